package org.xinheng.server.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.Sentences;
import org.xinheng.server.intake.desk.Sentences.Said;

/**
 * The answer to one row as programs read it.
 *
 * @param number of the row in the delivery, sheets numbered on
 * @param sheet absent for CSV
 * @param row as a spreadsheet shows it
 * @param cause why it got its outcome
 * @param candidates address where organisations are named that a waiting row may be about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        int number,
        @Nullable String sheet,
        int row,
        String outcome,
        String cause,
        List<FindingView> findings,
        @Nullable String candidates) {

    static ReceiptView of(Delivery delivery, RowReceipt receipt, Sentences sentences) {
        Delivery.Place place = delivery.placeOf(receipt.row());
        return new ReceiptView(
                receipt.row(),
                place.sheet().isEmpty() ? null : place.sheet(),
                place.row(),
                receipt.outcome().id(),
                receipt.cause().name(),
                sentences.say(delivery, receipt).stream().map(FindingView::of).toList(),
                receipt.outcome() == RowOutcome.WAITING
                        ? DeliveryView.address(delivery.id()) + "/receipts/" + receipt.row()
                        : null);
    }

    /**
     * @param column code of the column
     * @param title its name in the catalogue
     * @param rule id of the rule that is held
     * @param basis source of the rule
     * @param warning the row was taken all the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            String code,
            @Nullable String column,
            @Nullable String title,
            String sentence,
            String rule,
            String basis,
            boolean warning) {

        static FindingView of(Said said) {
            return new FindingView(
                    said.code(),
                    said.column(),
                    said.title(),
                    said.sentence(),
                    said.rule(),
                    said.basis(),
                    said.warning());
        }
    }

    /**
     * @param next address of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String delivery,
            Delivery.State state,
            List<ReceiptView> rows,
            @Nullable String next) {}

    /** One row with the organisations that it may be about; their names only resemble: a human links, never a program. */
    record One(ReceiptView receipt, List<Candidate> candidates) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Candidate(String id, @Nullable String code, String name, String matchedName) {}
}
