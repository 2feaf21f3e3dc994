package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.xinheng.server.archive.RecordVersion;

/** Where a page of a list by day of decision ended: the day of the last record shown and its address. */
record ListKey(LocalDate decidedOn, RecordAddresses.Place place) {

    /** Order and continuation of such a list; the parameters are those of {@link #put}. */
    static final String ORDER = " ORDER BY v.decided_on DESC, v.organisation_id DESC, v.record_id DESC ";

    static final String BEYOND = """
             AND v.decided_on <= :lastDay
             AND (v.decided_on, v.organisation_id, v.record_id) < (:lastDay, :lastOrganisation, :lastRecord)
            """;

    /** The database knows other bounds of a date than Java. */
    private static final int LAST_YEAR = 9999;

    static String of(RecordVersion last) {
        return last.decidedOn() + "." + last.address();
    }

    /** Empty for text that is no key. */
    static Optional<ListKey> parse(String key, RecordAddresses addresses) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(key.substring(0, dot));
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            return addresses.place(key.substring(dot + 1)).map(place -> new ListKey(day, place));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void put(java.util.Map<String, ? super Object> parameters) {
        parameters.put("lastDay", decidedOn);
        parameters.put("lastOrganisation", place.organisationId());
        parameters.put("lastRecord", place.recordId());
    }
}
