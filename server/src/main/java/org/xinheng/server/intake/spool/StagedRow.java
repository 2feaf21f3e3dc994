package org.xinheng.server.intake.spool;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.CheckedRow.CodeUse;
import org.xinheng.core.record.Finding;
import org.xinheng.server.archive.Publication;

/** A row after everything that needs no memory: checked, cleaned, judged by the gate. */
public sealed interface StagedRow {

    /** Number of the row in the delivery. */
    int row();

    /**
     * Fit to be matched with its organisation.
     *
     * @param content null for the register, whose rows are no records
     * @param payload canonical bytes
     */
    record Usable(
            int row,
            @Nullable String code,
            CodeUse codeUse,
            String name,
            @Nullable Content content,
            List<Finding> warnings,
            byte[] payload)
            implements StagedRow {}

    /**
     * What makes a row a record.
     *
     * @param repairNotice the source says when it served the notice of repair (两书同达)
     */
    record Content(
            long keyHash, LocalDate decidedOn, String authority, Publication publication, boolean repairNotice) {}

    /** @param cells masked, in the order of the type's fields; null where blank or dropped */
    record Refused(
            int row, List<Finding> findings, @Nullable String[] cells) implements StagedRow {}

    /** Nothing of it but its number and the reason. */
    record OutOfScope(int row, String reason) implements StagedRow {}
}
