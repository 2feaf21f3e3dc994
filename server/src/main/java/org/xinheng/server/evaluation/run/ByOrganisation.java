package org.xinheng.server.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.server.archive.KnownRecords.Standing;

/** Brings records that come organisation by organisation together. */
final class ByOrganisation {

    private final BiConsumer<Long, List<RecordFact>> reader;
    private List<RecordFact> open = new ArrayList<>();
    private long organisation;
    private boolean begun;

    /** @param reader of an organisation's id and what counts of its records, which may be nothing */
    ByOrganisation(BiConsumer<Long, List<RecordFact>> reader) {
        this.reader = reader;
    }

    void read(Standing record, Optional<RecordFact> fact) {
        if (!begun || record.organisationId() != organisation) {
            finish();
            begun = true;
            organisation = record.organisationId();
        }
        fact.ifPresent(open::add);
    }

    /** After the last record. */
    void finish() {
        if (begun) {
            reader.accept(organisation, open);
            open = new ArrayList<>();
            begun = false;
        }
    }
}
