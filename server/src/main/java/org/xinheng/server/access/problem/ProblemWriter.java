package org.xinheng.server.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.xinheng.server.access.ApiProblem;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details; the security filters and the exception mapping share it. */
public final class ProblemWriter {

    private static final String TYPE = "urn:xinheng:problem:";
    private static final String RETRY_SECONDS = "5";

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** One field that does not hold what it must. */
    public record FieldError(String field, String message) {}

    /** A problem that its status explains. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        write(request, response, status, List.of());
    }

    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, List<FieldError> errors)
            throws IOException {
        String key = errors.isEmpty() ? ProblemWords.key(status) : "problem.fields";
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + (errors.isEmpty() ? code(status) : "fields"));
        members.put("title", ProblemWords.say(request, key + ".title"));
        members.put("status", status.value());
        members.put("detail", ProblemWords.say(request, key + ".detail"));
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        send(response, status, members);
    }

    /** A problem with a code of its own, whose words stand under it. */
    public void writeNamed(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, String code)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + code);
        members.put("title", ProblemWords.say(request, "problem." + code + ".title"));
        members.put("status", status.value());
        members.put("detail", ProblemWords.say(request, "problem." + code + ".detail"));
        send(response, status, members);
    }

    void write(HttpServletResponse response, ApiProblem.Facts facts) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + facts.code());
        members.put("title", facts.title());
        members.put("status", facts.status().value());
        members.put("detail", facts.detail());
        members.putAll(facts.members());
        send(response, facts.status(), members);
    }

    private void send(HttpServletResponse response, HttpStatusCode status, Map<String, Object> members)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.getOutputStream().write(json.writeValueAsBytes(members));
    }

    private static String code(HttpStatusCode status) {
        return status instanceof HttpStatus known
                ? known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                : Integer.toString(status.value());
    }
}
