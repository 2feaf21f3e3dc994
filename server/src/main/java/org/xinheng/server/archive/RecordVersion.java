package org.xinheng.server.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.DateWindow;

/**
 * One version of a record as it stands.
 *
 * @param address opaque address of the record on the portal and in the API: carries neither code nor document number
 * @param organisationId the subject
 * @param recordId identity within the organisation: the hash of the natural key
 * @param version 1 for the first, one more for each correction
 * @param type id of the record type
 * @param values field name → value, non-blank ones only, without dropped personal fields
 * @param authorityCode the deciding authority
 * @param sourceCode the delivering source
 * @param window first and last public day; null when it is not shown
 * @param gate id of the gate's outcome: shown, not-shown, held
 * @param gateReasons reasons of the gate, in order, as {@link Publication#reasons} writes them
 * @param receivedAt first receipt of the row, whatever waiting followed
 * @param activatedAt when readers could first see this version
 * @param position position of the activation
 * @param historical delivered as backlog
 * @param marks that stand now, whatever the version
 */
public record RecordVersion(
        String address,
        long organisationId,
        long recordId,
        int version,
        String type,
        Map<String, String> values,
        LocalDate decidedOn,
        String authorityCode,
        String sourceCode,
        @Nullable DateWindow window,
        String gate,
        String gateReasons,
        @Nullable String severity,
        @Nullable LocalDate earliestRepair,
        boolean toBeConfirmed,
        Instant receivedAt,
        Instant activatedAt,
        long position,
        boolean historical,
        List<RecordMark> marks) {

    public RecordVersion {
        marks = List.copyOf(marks);
    }

    /** Whether something may rest on it on a day: certified, and not in dispute, in court, withheld or screened. */
    public boolean usable(LocalDate day) {
        return !gate.equals(Publication.Gate.HELD.id())
                && marks.stream().noneMatch(mark -> mark.kind() != RecordMark.Kind.STATEMENT && mark.effective(day));
    }

    /** Whether something may rest on it on a day and it has not left publication (退出公示): it is not looked at longer than it may be shown. */
    public boolean counts(LocalDate day) {
        LocalDate last = window == null ? null : window.last();
        return usable(day) && (last == null || !last.isBefore(day));
    }

    /** A version of a record that carries no mark. */
    public RecordVersion(
            String address,
            long organisationId,
            long recordId,
            int version,
            String type,
            Map<String, String> values,
            LocalDate decidedOn,
            String authorityCode,
            String sourceCode,
            @Nullable DateWindow window,
            String gate,
            String gateReasons,
            @Nullable String severity,
            @Nullable LocalDate earliestRepair,
            boolean toBeConfirmed,
            Instant receivedAt,
            Instant activatedAt,
            long position,
            boolean historical) {
        this(
                address,
                organisationId,
                recordId,
                version,
                type,
                values,
                decidedOn,
                authorityCode,
                sourceCode,
                window,
                gate,
                gateReasons,
                severity,
                earliestRepair,
                toBeConfirmed,
                receivedAt,
                activatedAt,
                position,
                historical,
                List.of());
    }
}
