package org.xinheng.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request to the API that cannot be answered as asked; mapped once to problem details (RFC 9457) of type
 * {@code urn:xinheng:problem:<code>}.
 */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Facts facts;

    private ApiProblem(Facts facts) {
        super(facts.code(), null, false, false);
        this.facts = facts;
    }

    /**
     * @param code stable id of the problem, never reused
     * @param title what is wrong, in the reader's language
     * @param detail what to do about it, in the reader's language
     */
    public static ApiProblem of(HttpStatus status, String code, String title, String detail) {
        return new ApiProblem(new Facts(status, code, title, detail, Map.of()));
    }

    /** The same problem with one more member beside the standard ones. */
    public ApiProblem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(facts.members());
        members.put(member, value);
        return new ApiProblem(new Facts(facts.status(), facts.code(), facts.title(), facts.detail(), members));
    }

    public Facts facts() {
        return facts;
    }

    /** @param members further members of the problem, in order */
    public record Facts(HttpStatus status, String code, String title, String detail, Map<String, Object> members) {}
}
