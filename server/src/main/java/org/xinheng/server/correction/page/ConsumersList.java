package org.xinheng.server.correction.page;

import java.util.List;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.notice.Standing;
import org.xinheng.server.correction.page.ConsumersPage.Line;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what consumers are looked for, ordered and taken home; the worst stand first. */
final class ConsumersList {

    static final ListPlan<Line> PLAN = new ListPlan<>(
            ConsumersPage.PATH,
            "state",
            "consumers",
            CorrectionText.CONSUMERS_TITLE,
            List.of(
                    Column.text(
                            "name",
                            CorrectionText.CONSUMER_NAME,
                            (line, _) -> line.standing().name()),
                    Column.text(
                            "client",
                            CorrectionText.FORM_CLIENT,
                            (line, _) -> line.standing().clientId()),
                    Column.text("types", CorrectionText.FORM_TYPES, (line, _) -> String.join(", ", line.types())),
                    Column.text("reached", CorrectionText.CONSUMERS_REACHED, (line, words) -> words.say(reached(line))),
                    Column.number(
                            "owed",
                            CorrectionText.CONSUMERS_OWED,
                            line -> line.standing().owed()),
                    Column.number(
                            "acknowledged",
                            CorrectionText.CONSUMER_ACKNOWLEDGED,
                            line -> line.standing().acknowledged()),
                    Column.number(
                            "overdue",
                            CorrectionText.CONSUMER_OVERDUE,
                            line -> line.standing().overdue()),
                    Column.by(
                            "state",
                            CorrectionText.CONSUMER_STATE,
                            (line, words) -> words.say(BoardPage.state(line.standing())),
                            line -> line.standing().state())),
            List.of(
                    Filter.words(line -> List.of(
                            line.standing().name(), line.standing().clientId(), String.join(" ", line.types()))),
                    Filter.one(
                            "state",
                            CorrectionText.CONSUMER_STATE,
                            List.of(Standing.State.values()).stream()
                                    .map(state -> new Choice(state.name(), words -> words.say(BoardPage.state(state))))
                                    .toList(),
                            line -> line.standing().state().name())));

    private ConsumersList() {}

    /** How notices come to it, as far as it can be said in words. */
    private static CorrectionText reached(Line line) {
        if (line.registration() == null) {
            return CorrectionText.CONSUMERS_CLOSED;
        }
        return line.registration().webhook() == null ? CorrectionText.CONSUMERS_FETCHES : CorrectionText.CONSUMERS_SENT;
    }
}
