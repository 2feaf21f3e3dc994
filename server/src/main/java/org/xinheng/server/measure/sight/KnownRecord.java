package org.xinheng.server.measure.sight;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;
import org.xinheng.server.archive.RecordMark;

/**
 * A current record that some measure could rest on, with what a receipt says of it. Kept by the hundred thousand: what
 * repeats is shared, address and document number lie in one array.
 *
 * @param severity id of the severity class, null for records that are not adverse or have none
 * @param version number of the version
 * @param marks that stand on it; those that suspend it take it out of every answer from their first day on
 */
public record KnownRecord(
        Ground ground, Body authority, @Nullable String severity, int version, Label label, List<RecordMark> marks) {

    public KnownRecord {
        marks = List.copyOf(marks);
    }

    /** Whether a measure may rest on it on a day: not while it is withheld or screened. */
    public boolean usable(LocalDate day) {
        return marks.stream().noneMatch(mark -> mark.suspends(day));
    }

    /** A deciding authority. */
    public record Body(String code, String name) {}

    /** Opaque address and document number. */
    public static final class Label {

        private final byte[] text;
        private final int split;

        public Label(String address, String number) {
            byte[] first = address.getBytes(StandardCharsets.UTF_8);
            byte[] second = number.getBytes(StandardCharsets.UTF_8);
            split = first.length;
            text = new byte[first.length + second.length];
            System.arraycopy(first, 0, text, 0, first.length);
            System.arraycopy(second, 0, text, split, second.length);
        }

        public String address() {
            return new String(text, 0, split, StandardCharsets.UTF_8);
        }

        /** Blank when the record has none. */
        public String number() {
            return new String(text, split, text.length - split, StandardCharsets.UTF_8);
        }
    }
}
