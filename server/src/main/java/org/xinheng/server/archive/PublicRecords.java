package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see: activated, not superseded, not ended, let through by the gate, and within its window on the day
 * asked for. The day is an argument; nothing has to run for a window to end.
 */
public interface PublicRecords {

    /** The last act. Asked before a question, it names what the answer is at least as new as; it never goes back. */
    long position();

    /** Newest decisions first. */
    default List<RecordVersion> ofOrganisation(long organisationId, LocalDate day) {
        return ofOrganisations(Set.of(organisationId), day).getOrDefault(organisationId, List.of());
    }

    /** The same of several organisations as of one moment; those without any are absent. */
    Map<Long, List<RecordVersion>> ofOrganisations(Set<Long> organisations, LocalDate day);

    Sight find(String address, LocalDate day);

    /** Newest decisions first. */
    Page list(Filter filter, @Nullable String after, int size, LocalDate day);

    /** @param types ids of record types; @return number of records visible on the day, by type in the same order */
    List<Long> counts(List<String> types, LocalDate day);

    /** Records of one type that are visible on the day, by the code of the deciding authority; bodies without any are absent. */
    Map<String, Long> countsByAuthority(String type, LocalDate day);

    /** All filters may be null; division is the deciding authority's, with every one below it. */
    record Filter(
            String type,
            @Nullable String authorityCode,
            @Nullable String division,
            @Nullable LocalDate decidedFrom,
            @Nullable LocalDate decidedTo) {}

    /** @param next key of the page that follows, or null on the last one */
    record Page(List<RecordVersion> records, @Nullable String next) {}

    /** What stands behind a record's address on a day. */
    sealed interface Sight {

        record Visible(RecordVersion record) implements Sight {}

        /**
         * Shown once, no longer: HTTP 410. A withdrawal comes with the statement that clears the party; repaired and
         * expired ones say nothing.
         */
        record Gone(@Nullable String statement) implements Sight {}

        /** Not shown for the time being: an objection is not answered in time, or a plan of reorganisation is carried out. */
        record Suspended() implements Sight {}

        record Unknown() implements Sight {}
    }
}
