package org.xinheng.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log of every read of non-public data (查询日志): who, what, why; never what was found. */
public interface AccessLog {

    /**
     * Logs one read, durably before this returns: call it before the data is given out.
     *
     * @param what short stable name of the thing read, e.g. {@code delivery.receipts}
     * @param organisationId the subject, when there is one: it can see who looked
     * @param purpose why, as the reader stated it
     * @throws org.springframework.dao.DataAccessException when it cannot be logged: then nothing may be given out
     */
    void read(Actor actor, String what, @Nullable Long organisationId, String purpose);

    /**
     * Logs many reads of one kind, as {@link #read} does each, all or none of them.
     *
     * @throws org.springframework.dao.DataAccessException when they cannot be logged: then nothing may be given out
     */
    void readAll(Actor actor, String what, List<Read> reads);

    /** As the parameters of {@link #read}. */
    record Read(@Nullable Long organisationId, String purpose) {}
}
