package org.xinheng.server.archive.past;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;

/**
 * A record as it was known then.
 *
 * @param shown whether the public could see it at the end of the day, as far as it was known
 * @param shownVersion the version that the public saw; absent when it saw none
 * @param ended how it had ended, as known; absent when it stood
 * @param marks that stood then, as known: disputed, in court, withheld, screened, the organisation's statement
 * @param versions every version known then, oldest first; none when nobody knew of the record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastRecord(
        @JsonIgnore long organisationId,
        String address,
        PositionView knownAt,
        LocalDate asOf,
        boolean shown,
        @Nullable Integer shownVersion,
        @Nullable EndedView ended,
        List<MarkView> marks,
        List<VersionView> versions) {

    PastRecord {
        marks = List.copyOf(marks);
        versions = List.copyOf(versions);
    }

    static PastRecord of(
            long organisationId,
            String address,
            @Nullable RecordHistory known,
            @Nullable RecordHistory seen,
            PastQuestion question) {
        Integer shown = seen == null ? null : shown(seen, question.asOf());
        return new PastRecord(
                organisationId,
                address,
                PositionView.of(question.knownAt()),
                question.asOf(),
                shown != null,
                shown,
                known == null || known.ended() == null ? null : EndedView.of(known.ended()),
                known == null
                        ? List.of()
                        : known.marks().stream().map(MarkView::of).toList(),
                known == null
                        ? List.of()
                        : known.versions().stream().map(VersionView::of).toList());
    }

    private static @Nullable Integer shown(RecordHistory seen, LocalDate day) {
        RecordVersion current = seen.versions().getLast();
        DateWindow window = current.window();
        boolean suspended = seen.marks().stream().anyMatch(mark -> mark.suspends(day));
        return seen.ended() == null && !suspended && window != null && window.covers(day) ? current.version() : null;
    }

    record PositionView(String position, Instant at) {
        static PositionView of(Position position) {
            return new PositionView(Long.toString(position.value()), position.at());
        }
    }

    /** @param from first day on which it has effect */
    record MarkView(String kind, String reference, LocalDate from, String statement) {
        static MarkView of(RecordMark mark) {
            return new MarkView(mark.kind().id(), mark.reference(), mark.from(), mark.statement());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndedView(
            String ending, @Nullable String ground, String documentNumber, String statement, PositionView position) {
        static EndedView of(RecordHistory.Ended ended) {
            return new EndedView(
                    ended.ending().name().toLowerCase(Locale.ROOT),
                    ended.ground(),
                    ended.documentNumber(),
                    ended.statement(),
                    PositionView.of(ended.at()));
        }
    }

    /**
     * One version as it was stored.
     *
     * @param gate outcome of the publish gate, with its reasons and their rules as decided then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int version,
            String type,
            Map<String, String> values,
            LocalDate decidedOn,
            String authority,
            String source,
            String gate,
            List<String> gateReasons,
            @Nullable DateWindow window,
            @Nullable String severity,
            @Nullable LocalDate earliestRepair,
            boolean toBeConfirmed,
            boolean historical,
            Instant receivedAt,
            PositionView position) {

        static VersionView of(RecordVersion version) {
            return new VersionView(
                    version.version(),
                    version.type(),
                    version.values(),
                    version.decidedOn(),
                    version.authorityCode(),
                    version.sourceCode(),
                    version.gate(),
                    Arrays.stream(version.gateReasons().split(" ", -1))
                            .filter(reason -> !reason.isEmpty())
                            .toList(),
                    version.window(),
                    version.severity(),
                    version.earliestRepair(),
                    version.toBeConfirmed(),
                    version.historical(),
                    version.receivedAt(),
                    new PositionView(Long.toString(version.position()), version.activatedAt()));
        }
    }
}
