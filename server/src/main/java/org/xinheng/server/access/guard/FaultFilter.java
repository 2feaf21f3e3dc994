package org.xinheng.server.access.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinheng.server.access.problem.Away;
import org.xinheng.server.access.problem.ProblemWriter;

/** Answers 503 when the database is away already for the filters: who asks cannot be known then, so nobody is let in. */
final class FaultFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FaultFilter.class);

    private final ProblemWriter problems;
    private final boolean forPrograms;

    FaultFilter(ProblemWriter problems, boolean forPrograms) {
        this.problems = problems;
        this.forPrograms = forPrograms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException fault) {
            if (!Away.is(fault) || response.isCommitted()) {
                throw fault;
            }
            log.warn(
                    "answering 503 to {}: {}",
                    request.getMethod(),
                    fault.getClass().getSimpleName());
            if (forPrograms) {
                problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            } else {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }
    }
}
