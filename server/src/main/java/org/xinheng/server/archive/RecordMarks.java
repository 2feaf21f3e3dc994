package org.xinheng.server.archive;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.server.archive.Archive.Position;

/**
 * Marks on records and the revocation of repairs. Each call is one act with one position: portal, checks and whoever reads by
 * position see all of it or nothing. Joins the transaction of the caller where there is one.
 */
public interface RecordMarks {

    /** @param placed false takes away what stands under the kind and reference */
    record Change(RecordMark mark, boolean placed) {}

    /**
     * Places and takes away marks on one record. A record that ended keeps its marks; none are placed on it.
     *
     * @param actor account or client
     */
    Result change(String address, List<Change> changes, String actor);

    /** The record stands again as it was before its repair (撤销修复); only a repair can be taken back. */
    Result restore(String address, String documentNumber, String statement, String actor);

    /** Marks that stand now, in a fixed order. */
    List<RecordMark> standing(String address);

    /** What became of it. */
    sealed interface Result {
        record Done(Position position) implements Result {}

        /** There is no such record, or it has ended. */
        record NoSuchRecord() implements Result {}

        /** The record was not repaired, or by another act than a repair ended. */
        record NotRepaired() implements Result {}
    }

    /** A mark as it is written: without effect before its first day. */
    static Change placed(RecordMark.Kind kind, String reference, LocalDate from, String statement) {
        return new Change(new RecordMark(kind, reference, from, statement), true);
    }

    static Change lifted(RecordMark.Kind kind, String reference, LocalDate day) {
        return new Change(new RecordMark(kind, reference, day, ""), false);
    }
}
