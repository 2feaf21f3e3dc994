package org.xinheng.server.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.Mandated;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.desk.Sentences;

/**
 * A delivery as programs read it.
 *
 * @param id a string: it has more digits than JavaScript numbers hold
 * @param deliveredBy code of the body that delivered in the source's place, under {@code mandate}; absent otherwise
 * @param lastRow number of its last row, sheets numbered on
 * @param position at which its rows took effect; absent before it is closed
 * @param findings why the file was rejected as a whole
 * @param receipts address of the answers to its rows
 * @param errors address of the workbook with all rows that were not accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id,
        String type,
        String source,
        String actor,
        @Nullable String deliveredBy,
        @Nullable String mandate,
        String fileName,
        String fileHash,
        long fileSize,
        boolean historical,
        Delivery.State state,
        int progressPercent,
        Instant receivedAt,
        String ruleVersion,
        @Nullable String layout,
        int lastRow,
        int masked,
        RowCounts counts,
        @Nullable String position,
        @Nullable Instant closedAt,
        List<FindingView> findings,
        String receipts,
        String errors) {

    private static final String ROOT = "/api/v1/deliveries/";

    static String address(long id) {
        return ROOT + id;
    }

    static DeliveryView of(Delivery delivery, int progressPercent, Sentences sentences) {
        Long position = delivery.position();
        Mandated mandated = delivery.mandated();
        return new DeliveryView(
                Long.toString(delivery.id()),
                delivery.type(),
                delivery.source(),
                delivery.actor(),
                mandated == null ? null : mandated.by(),
                mandated == null ? null : mandated.rule(),
                delivery.fileName(),
                delivery.fileHash(),
                delivery.fileSize(),
                delivery.historical(),
                delivery.state(),
                progressPercent,
                delivery.receivedAt(),
                delivery.ruleVersion(),
                delivery.layout(),
                delivery.lastRow(),
                delivery.masked(),
                delivery.counts(),
                position == null ? null : Long.toString(position),
                delivery.closedAt(),
                delivery.findings().stream()
                        .map(finding -> FindingView.of(finding, sentences))
                        .toList(),
                address(delivery.id()) + "/receipts",
                address(delivery.id()) + "/errors.xlsx");
    }

    /**
     * Why a file was rejected.
     *
     * @param row as a spreadsheet shows it, the header being 1
     * @param column header as delivered
     * @param basis source of the rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            String code,
            @Nullable String sheet,
            @Nullable Integer row,
            @Nullable String column,
            String sentence,
            String rule,
            String basis) {

        static FindingView of(FileFinding finding, Sentences sentences) {
            Sentences.Said said = sentences.say(finding);
            return new FindingView(
                    said.code(),
                    finding.sheet(),
                    finding.row(),
                    said.column(),
                    said.sentence(),
                    said.rule(),
                    said.basis());
        }
    }
}
