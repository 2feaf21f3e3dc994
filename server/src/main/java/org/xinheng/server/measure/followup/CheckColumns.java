package org.xinheng.server.measure.followup;

import org.xinheng.server.web.ListPlan.Column;

/** Columns that every list of checks has, in one wording and one way of ordering. */
final class CheckColumns {

    private CheckColumns() {}

    /** A check with the words that stand for its ids. */
    interface Line {
        long receipt();

        String organisation();

        String matter();

        String caseNumber();

        String body();
    }

    static <L extends Line> Column<L> receipt() {
        return Column.text("receipt", FeedbackText.RECEIPT, (line, _) -> Long.toString(line.receipt()));
    }

    static <L extends Line> Column<L> organisation() {
        return Column.text("organisation", FeedbackText.ORGANISATION, (line, _) -> line.organisation());
    }

    static <L extends Line> Column<L> matter() {
        return Column.text("matter", FeedbackText.MATTER, (line, _) -> line.matter());
    }

    static <L extends Line> Column<L> caseNumber() {
        return Column.text("case", FeedbackText.CASE_NUMBER, (line, _) -> line.caseNumber());
    }

    static <L extends Line> Column<L> body() {
        return Column.text("body", FeedbackText.BODY, (line, _) -> line.body());
    }
}
