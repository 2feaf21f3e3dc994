package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.xinheng.server.access.Silenced;

/**
 * Maps the faults of pages once, to an error page; those of the API are answered before they come here. Refused access is
 * answered by the security chain. Messages of faults may quote what was delivered: neither reader nor log gets them.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /** The database is away: never an empty page or a false answer. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ErrorPage unavailable(Exception fault) {
        log.warn("answering 503 to a page: {}", fault.getClass().getSimpleName());
        return ErrorPage.of(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MultipartException.class})
    ErrorPage unreadable() {
        return ErrorPage.of(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(ListRefused.class)
    ErrorPage refused(ListRefused refused) {
        return new ErrorPage(HttpStatus.BAD_REQUEST, ListText.LIST_REFUSED, refused.why());
    }

    /**
     * A fault of ours, unless it says itself what it is; the log gets its kind and place. An answer that has begun, or a
     * sender that went away, is the container's to end.
     */
    @ExceptionHandler(Exception.class)
    ErrorPage other(Exception fault, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException
                || fault instanceof AuthenticationException
                || response.isCommitted()) {
            throw fault;
        }
        if (fault instanceof ErrorResponse known) {
            return ErrorPage.of(known.getStatusCode());
        }
        log.error("answering 500 to a page", Silenced.of(fault));
        return ErrorPage.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
