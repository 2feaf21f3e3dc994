package org.xinheng.core.consent;

import java.util.Set;

/** Whether a read is covered by a grant. */
public sealed interface Ruling {

    /** @param data categories that are given out; never more than were granted and asked for */
    record Permitted(Set<String> data) implements Ruling {
        public Permitted {
            data = Set.copyOf(data);
        }
    }

    record Refused(Refusal refusal) implements Ruling {}

    /** Why not; the order is that of the questions. */
    enum Refusal {
        OTHER_READER,
        REVOKED,
        PAUSED,
        NOT_YET,
        OVER,
        OTHER_PURPOSE,
        OTHER_DATA,
        TOO_OFTEN
    }
}
