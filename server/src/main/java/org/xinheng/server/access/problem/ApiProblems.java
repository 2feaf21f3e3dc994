package org.xinheng.server.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.Silenced;

/**
 * Maps every exception of the API once. What an exception says may quote what was sent and is never passed on; refused access
 * is answered by the security chain.
 */
public final class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);
    private static final String API = "/api/";

    private final ProblemWriter problems;

    public ApiProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!request.getRequestURI().startsWith(API)
                || fault instanceof AccessDeniedException
                || fault instanceof AuthenticationException) {
            return null;
        }
        if (response.isCommitted()) {
            // A sender that went away was answered by the container. What broke off in the middle of an answer must not
            // look whole: the container cuts the connection.
            return fault instanceof ApiProblem ? new ModelAndView() : null;
        }
        try {
            answer(request, response, fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception fault) throws IOException {
        switch (fault) {
            case ApiProblem problem -> problems.write(response, problem.facts());
            case MethodArgumentNotValidException invalid ->
                problems.write(request, response, HttpStatus.BAD_REQUEST, fields(invalid));
            case HttpMessageNotReadableException _, MethodArgumentTypeMismatchException _, MultipartException _ ->
                problems.write(request, response, HttpStatus.BAD_REQUEST);
            case ErrorResponse known -> {
                known.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
                problems.write(request, response, known.getStatusCode());
            }
            default -> broken(request, response, fault);
        }
    }

    private void broken(HttpServletRequest request, HttpServletResponse response, Exception fault) throws IOException {
        if (Away.is(fault)) {
            log.warn(
                    "answering 503 to {}: {}",
                    request.getMethod(),
                    fault.getClass().getSimpleName());
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        log.error("answering 500 to {}", request.getMethod(), Silenced.of(fault));
        problems.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static List<ProblemWriter.FieldError> fields(MethodArgumentNotValidException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> new ProblemWriter.FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
    }
}
