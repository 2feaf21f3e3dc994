package org.xinheng.server.access;

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
}
