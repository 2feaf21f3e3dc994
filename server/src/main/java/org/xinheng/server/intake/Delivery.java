package org.xinheng.server.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery (一批报送): one file of one record type from one source.
 *
 * @param source code of the delivering source
 * @param mandated which body delivered it in the source's place; null where the source or the credit office did
 * @param fileHash SHA-256 of the file as delivered, in hexadecimal; it stays when the file is gone
 * @param ruleVersion version of the pack by which its rows were checked
 * @param layout generation of the layout that was recognised; null for a rejected file
 * @param sheets where each sheet begins in the numbering of rows
 * @param findings why it was rejected as a whole; empty otherwise
 * @param masked stretches of free text that were masked before storage
 * @param position position at which its rows took effect; null before it is closed
 */
public record Delivery(
        long id,
        String type,
        String source,
        String actor,
        @Nullable Mandated mandated,
        String fileName,
        String fileHash,
        long fileSize,
        boolean historical,
        State state,
        Instant receivedAt,
        String ruleVersion,
        @Nullable String layout,
        List<Sheet> sheets,
        int lastRow,
        List<FileFinding> findings,
        int masked,
        RowCounts counts,
        @Nullable Long position,
        @Nullable Instant closedAt) {

    public Delivery {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    /**
     * The life of a delivery: RECEIVED → LOADING → CLOSED, or REJECTED, at the door or because it could not be loaded however
     * often it was tried; nothing else follows.
     */
    public enum State {
        /** Checked row by row and safe on the disk; answered with 202. */
        RECEIVED,
        /** Being matched and loaded; no reader sees anything of it. */
        LOADING,
        /** In force as a whole, every row answered, the staged file gone. */
        CLOSED,
        /** Refused as a whole; nothing of it was kept. */
        REJECTED
    }

    /** @param offset added to the row numbers of this sheet: sheets are numbered on, so that a number names one row */
    public record Sheet(String name, int offset) {}

    /** The sheet and its own row number, as a spreadsheet shows it, for a row number of the delivery. */
    public Place placeOf(int row) {
        var sheet = sheets.isEmpty() ? new Sheet("", 0) : sheets.getFirst();
        for (var next : sheets) {
            if (next.offset() < row) {
                sheet = next;
            }
        }
        return new Place(sheet.name(), row - sheet.offset());
    }

    /** @param sheet empty for CSV */
    public record Place(String sheet, int row) {}
}
