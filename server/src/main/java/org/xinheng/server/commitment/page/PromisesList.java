package org.xinheng.server.commitment.page;

import java.util.List;
import org.xinheng.server.commitment.page.ColumnPage.PromiseLine;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what commitments are looked through, ordered and taken home. */
final class PromisesList {

    static final ListPlan<PromiseLine> PLAN = new ListPlan<>(
            PromisesPage.PATH,
            "-signed",
            "commitments",
            CommitmentText.WORK_TITLE,
            List.of(
                    Column.text("number", CommitmentText.NUMBER, (line, _) -> line.number()),
                    Column.text("item", CommitmentText.ITEM, (line, _) -> line.item()),
                    Column.text("giver", CommitmentText.GIVER, (line, _) -> line.giver()),
                    Column.text("body", CommitmentText.BODY, (line, _) -> line.body()),
                    Column.day("signed", CommitmentText.SIGNED_ON, PromiseLine::signedOn),
                    Column.text("stage", CommitmentText.STAGE, (line, _) -> line.stage()),
                    Column.text("performance", CommitmentText.PERFORMANCE, (line, _) -> line.performance())),
            List.of(Filter.words(
                    line -> List.of(line.number(), line.item(), line.giver(), line.body(), line.stage()))));

    private PromisesList() {}
}
