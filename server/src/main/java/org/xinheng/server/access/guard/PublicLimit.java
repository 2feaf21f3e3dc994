package org.xinheng.server.access.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinheng.server.access.limit.Allowance;
import org.xinheng.server.access.limit.Allowance.Left;
import org.xinheng.server.access.problem.ProblemWriter;

/** Says with each answer what an address has left, and 429 when nothing is. */
final class PublicLimit extends OncePerRequestFilter {

    private final Allowance allowance;
    private final Predicate<HttpServletRequest> counts;
    private final ProblemWriter problems;
    private final boolean forPrograms;

    /**
     * @param counts which requests are counted
     * @param forPrograms whether a refusal is told as problem details
     */
    PublicLimit(
            Allowance allowance, Predicate<HttpServletRequest> counts, ProblemWriter problems, boolean forPrograms) {
        this.allowance = allowance;
        this.counts = counts;
        this.problems = problems;
        this.forPrograms = forPrograms;
    }

    /** Several of them stand in one chain, and each counts. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return PublicLimit.class.getName() + allowance.policy();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!allowance.limited() || !counts.test(request)) {
            chain.doFilter(request, response);
            return;
        }
        Left left = allowance.take(request.getRemoteAddr());
        response.setHeader("RateLimit-Policy", allowance.policy());
        response.setHeader("RateLimit", allowance.state(left));
        if (left.granted()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.seconds()));
        if (forPrograms) {
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS);
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
