package org.xinheng.server.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warnings as the bodies that subscribed to them read them. */
public interface Warnings {

    /**
     * Looks whether what changed since the last look, or the day, is a cause. The very first look only takes down where things stand:
     * nobody is warned of the past.
     *
     * @return how many warnings were raised
     */
    int look();

    /** How many a body was told of, read or not. */
    long count(String body);

    /**
     * Those of a body, unread ones first, each the newest first.
     *
     * @param offset so many come before
     */
    List<Warning> of(String body, long offset, int limit);

    /**
     * Those of a body, the newest first, whether read or not: an order that reading does not change.
     *
     * @param offset so many come before
     */
    List<Warning> newest(String body, long offset, int limit);

    /** A body has read one, now or before; false when it was not told of it. */
    boolean read(long id, String body, String actor);

    /**
     * @param rule id of the rule of the pack
     * @param version of the pack by which it was raised
     * @param records addresses of the records that are its cause
     * @param day on which it was raised (Asia/Shanghai)
     * @param readAt when the body read it; null while it has not
     */
    record Warning(
            long id,
            String rule,
            String version,
            long organisation,
            List<String> records,
            LocalDate day,
            @Nullable Instant readAt) {
        public Warning {
            records = List.copyOf(records);
        }
    }
}
