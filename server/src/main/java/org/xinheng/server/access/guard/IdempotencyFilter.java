package org.xinheng.server.access.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.account.KeyedRequests;
import org.xinheng.server.access.account.KeyedRequests.Standing;
import org.xinheng.server.access.problem.ProblemWriter;

/**
 * A POST that comes with {@code Idempotency-Key} is done once: sent again with the same key, body and rights, it gets the answer of then,
 * which is logged as a read. Faults
 * of the server and refused access are not kept, so that the same key can be tried again. Deliveries and lists of checks are
 * streams: the former keep a key of their own, the latter may be sent again and get further receipts.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String KEY = "Idempotency-Key";
    private static final String AGAIN = "Idempotency-Replayed";
    private static final String READ = "answer.again";
    private static final String RETRY_SECONDS = "1";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST = 1 << 20;
    private static final int SERVER_FAULT = 500;
    private static final Set<Integer> NOT_FOR_GOOD = Set.of(401, 403, 408, 429);
    /** Where the thing made is, and what proves the answer to be ours. */
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, "Receipt-Proof");

    private static final Set<String> STREAMS = Set.of("/api/v1/deliveries", "/api/v1/checks/batch");

    private final KeyedRequests requests;
    private final CurrentActor current;
    private final AccessLog reads;
    private final ProblemWriter problems;

    IdempotencyFilter(KeyedRequests requests, CurrentActor current, AccessLog reads, ProblemWriter problems) {
        this.requests = requests;
        this.current = current;
        this.reads = reads;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !request.getMethod().equals("POST")
                || STREAMS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = current.find();
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(KEY).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            problems.writeNamed(request, response, HttpStatus.BAD_REQUEST, "idempotency-key");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        switch (requests.begin(actor.get(), key, hash(actor.get(), request, body))) {
            case Standing.First first -> answer(new ReadRequest(request, body), response, chain, first);
            case Standing.Answered before -> {
                reads.read(actor.get(), READ, null, ReadingPurpose.OWN_WORK.code() + ":" + request.getRequestURI());
                again(before, response);
            }
            case Standing.Running _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                problems.writeNamed(request, response, HttpStatus.CONFLICT, "idempotency-running");
            }
            case Standing.OtherRequest _ ->
                problems.writeNamed(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-other");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Standing.First first)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            int status = kept.getStatus();
            done = status < SERVER_FAULT && !NOT_FOR_GOOD.contains(status);
        } finally {
            if (!done) {
                requests.released(first);
            }
        }
        if (done) {
            keep(first, kept);
        }
        kept.copyBodyToResponse();
    }

    /** What was done is answered though the answer cannot be kept; its key stays taken, so that it is not done twice. */
    private void keep(Standing.First first, ContentCachingResponseWrapper kept) {
        try {
            requests.answered(
                    first,
                    new Standing.Answered(
                            kept.getStatus(), kept.getContentType(), headers(kept), kept.getContentAsByteArray()));
        } catch (DataAccessException e) {
            log.error("the answer to a request with a key could not be kept", e);
        }
    }

    private static Map<String, String> headers(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void again(Standing.Answered before, HttpServletResponse response) throws IOException {
        response.setStatus(before.status());
        before.headers().forEach(response::setHeader);
        response.setHeader(AGAIN, "true");
        if (before.contentType() != null) {
            response.setContentType(before.contentType());
        }
        response.setContentLength(before.answer().length);
        response.getOutputStream().write(before.answer());
    }

    /** Of what is asked and of what the sender may: an answer that was given under other rights is not given again. */
    private static byte[] hash(Actor actor, HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            List<String> head = new ArrayList<>();
            head.add(request.getRequestURI() + "?" + (query == null ? "" : query));
            head.add("source " + actor.source());
            head.add("organisation " + actor.organisation());
            actor.permissions().stream().map(Permission::name).sorted().forEach(head::add);
            digest.update((String.join("\n", head) + "\n\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
