package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.policy.SourceScope;

/** Current records about which somebody must do something before the public sees them rightly; for authorised readers. */
public interface HeldRecords {

    /** Newest decisions first. */
    Page list(Kind kind, SourceScope scope, LocalDate day, @Nullable String after, int size);

    /**
     * Shown records whose last public day lies between two days, both included; what ends first comes first.
     */
    List<RecordVersion> ending(SourceScope scope, LocalDate from, LocalDate until, int most);

    /** How many the gate refuses to publish. */
    long held(SourceScope scope);

    enum Kind {
        /** Refused publication: no law, number, authority, class or window. */
        HELD,
        /** Shown under the class more favourable to the subject until the authority confirms it (待认定机关确认). */
        UNCONFIRMED
    }

    /** @param next key of the page that follows, or null on the last one */
    record Page(List<RecordVersion> records, @Nullable String next) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
