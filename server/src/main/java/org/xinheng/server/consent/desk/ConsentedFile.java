package org.xinheng.server.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.organisation.Organisation;

/**
 * What one read gives out: exactly what was granted.
 *
 * @param reading number of the read in the log that its organisation sees
 * @param position of the archive: what came later is not in it
 * @param data ids of the categories that were read
 * @param gone what was signed and can no longer be read: the pack holds it in none of the categories
 */
public record ConsentedFile(
        long consent,
        long reading,
        Instant at,
        long position,
        Organisation organisation,
        String purpose,
        List<String> data,
        List<Entry> records,
        List<Gone> gone) {

    public ConsentedFile {
        data = List.copyOf(data);
        records = List.copyOf(records);
        gone = List.copyOf(gone);
    }

    /**
     * A record with the fields that the catalogue opens.
     *
     * @param category id of the category by which it is in here
     * @param number of its document, where it has one
     * @param publicUntil last day on which the public sees it; null where no end is set or where it is not public
     * @param marks that stand: disputed, in court, with a statement of its organisation
     */
    public record Entry(
            String address,
            int version,
            String category,
            String type,
            Title typeTitle,
            @Nullable String number,
            LocalDate decidedOn,
            String authority,
            String authorityCode,
            @Nullable LocalDate publicUntil,
            List<RecordMark> marks,
            List<Field> fields) {

        public Entry {
            marks = List.copyOf(marks);
            fields = List.copyOf(fields);
        }
    }

    /** @param type id of a record type */
    public record Gone(String type, Title title) {}

    public record Field(String name, Title title, String value) {}
}
