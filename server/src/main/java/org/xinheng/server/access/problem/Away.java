package org.xinheng.server.access.problem;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;

/** Tells a database that cannot be reached now from a fault of ours. */
public final class Away {

    private static final int DEPTH = 8;
    /** A database that became a copy of another one, or was told to stand still. */
    private static final String READ_ONLY = "25006";

    private Away() {}

    public static boolean is(Throwable fault) {
        Throwable cause = fault;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof TransactionException
                    || (cause instanceof SQLException refused && READ_ONLY.equals(refused.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
