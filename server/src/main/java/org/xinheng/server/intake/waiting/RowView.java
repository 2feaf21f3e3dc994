package org.xinheng.server.intake.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRows.Candidate;
import org.xinheng.server.web.Words;

/**
 * A waiting row as programs read it.
 *
 * @param reason the cause in words, with what to do
 * @param values field name → value as delivered; only when one row is asked for
 * @param candidates whom it may be about, as registered; only when one row is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowView(
        String id,
        String type,
        String source,
        String cause,
        String reason,
        Instant receivedAt,
        boolean historical,
        String name,
        @Nullable String code,
        LocalDate decidedOn,
        WaitingRow.State state,
        @Nullable SettlementView settlement,
        @Nullable Map<String, String> values,
        @Nullable List<CandidateView> candidates) {

    static RowView inList(WaitingRow row, Words words) {
        return of(row, words, null, null);
    }

    static RowView whole(WaitingRow row, List<Candidate> candidates, Words words) {
        return of(
                row,
                words,
                row.values(),
                candidates.stream().map(CandidateView::of).toList());
    }

    private static RowView of(
            WaitingRow row,
            Words words,
            @Nullable Map<String, String> values,
            @Nullable List<CandidateView> candidates) {
        return new RowView(
                row.id().toString(),
                row.type(),
                row.source(),
                String.valueOf(row.cause().code()),
                Reasons.of(row, words),
                row.receivedAt(),
                row.historical(),
                row.name(),
                row.code(),
                row.decidedOn(),
                row.state(),
                row.settlement() == null ? null : SettlementView.of(row.settlement()),
                values,
                candidates);
    }

    /** Whether it was linked, unlinked or returned last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SettlementView(
            String actor,
            String ground,
            Instant at,
            @Nullable String organisationId) {
        static SettlementView of(WaitingRow.Settlement settlement) {
            Long organisation = settlement.organisationId();
            return new SettlementView(
                    settlement.actor(),
                    settlement.ground(),
                    settlement.at(),
                    organisation == null ? null : organisation.toString());
        }
    }

    /** @param record address of the same document's record that this organisation has already */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateView(
            String organisationId,
            @Nullable String code,
            String name,
            List<String> formerNames,
            String kind,
            String state,
            @Nullable String jurisdiction,
            boolean registered,
            @Nullable String record) {
        static CandidateView of(Candidate candidate) {
            var organisation = candidate.organisation();
            return new CandidateView(
                    Long.toString(organisation.id()),
                    organisation.code(),
                    organisation.name(),
                    organisation.formerNames(),
                    organisation.kind(),
                    organisation.state().name(),
                    organisation.jurisdiction(),
                    organisation.registered(),
                    candidate.record());
        }
    }
}
