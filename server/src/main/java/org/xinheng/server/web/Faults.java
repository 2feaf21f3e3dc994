package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * Maps faults once: problem details for programs, an error page for people. Refused access is none of these, the security
 * chain answers it. Messages of faults may quote what was delivered: neither reader nor log gets them.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final String RETRY_SECONDS = "5";

    private static Object asItSays(ErrorResponse response, HttpServletRequest request) {
        return Addressed.byProgram(request)
                ? ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.getBody())
                : page(response.getStatusCode());
    }

    /** What was sent cannot be read; the message of the fault may quote it and is not passed on. */
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class,
        MultipartException.class
    })
    Object unreadable(HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, request);
    }

    /** The database is away: never an empty page or a false answer. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class
    })
    Object unavailable(Exception fault, HttpServletRequest request) {
        log.warn(
                "answering 503 to {}: {}", request.getMethod(), fault.getClass().getSimpleName());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    /** A fault of ours: the log gets its kind and place; the reader learns that it was recorded. */
    @ExceptionHandler(Exception.class)
    Object broken(Exception fault, HttpServletRequest request) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault;
        }
        if (fault instanceof ErrorResponse response) {
            return asItSays(response, request);
        }
        log.error("fault answering {} with 500", request.getMethod(), Silenced.of(fault));
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private static Object answer(HttpStatus status, HttpServletRequest request) {
        if (!Addressed.byProgram(request)) {
            return page(status);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(ProblemDetail.forStatus(status));
    }

    private static ErrorPage page(HttpStatusCode status) {
        return ErrorPage.of(status);
    }
}
