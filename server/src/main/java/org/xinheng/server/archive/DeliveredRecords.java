package org.xinheng.server.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.policy.SourceScope;

/** Current records as the bodies that delivered them find them again, shown or not; ended ones left out. */
public interface DeliveredRecords {

    /**
     * Those that took effect last first.
     *
     * @param wanted address of a record, code of an organisation, or part of a document number, in any spelling; blank for all
     * @throws org.springframework.dao.QueryTimeoutException when so much was delivered that it cannot be looked through in
     *     time: address and code always can
     */
    Page list(SourceScope scope, String wanted, @Nullable String after, int size);

    /** @param next key of the page that follows, or null on the last one */
    record Page(List<RecordVersion> records, @Nullable String next) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
