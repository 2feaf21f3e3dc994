package org.xinheng.server.measure.followup;

import static org.xinheng.server.measure.followup.FollowUpController.MONTH;
import static org.xinheng.server.measure.followup.FollowUpController.said;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.feedback.MadeCheck;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Words;

/**
 * What was asked in a month, whatever came of it (核查记录): a body sees its own checks, who oversees sees all. A receipt is opened by
 * whoever asked, and by nobody else.
 */
@Controller
@Requires({Permission.CHECK, Permission.OVERSEE})
class MadeChecksController {

    static final String PATH = "/check-records";

    private final FollowUpDesk desk;
    private final CurrentActor current;

    MadeChecksController(FollowUpDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** A check with the words that stand for its ids. */
    private record Line(MadeCheck check, String organisation, String matter, String body) implements CheckColumns.Line {
        @Override
        public long receipt() {
            return check.receipt();
        }

        @Override
        public String caseNumber() {
            return check.caseNumber();
        }

        @Nullable
        String link() {
            return check.own() ? "/checks/" + check.receipt() : null;
        }
    }

    @GetMapping(PATH)
    Answer made(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        Words words = Words.in(Language.of(request));
        ListPlan<Line> plan = plan();
        ListAsk ask = plan.ask(request);
        List<MadeCheck> found = desk.made(actor, desk.month(ask.typed(MONTH)), ask.export() != null);
        Map<Long, OrganisationLabel> parties = desk.parties(found.stream()
                .map(MadeCheck::organisationId)
                .filter(Objects::nonNull)
                .toList());
        return plan.table(
                ask,
                found.stream().map(check -> line(check, parties, words)).toList(),
                words,
                said(PATH, FeedbackText.MADE_LEAD, FeedbackText.MADE_NONE, FeedbackText.MADE_NONE_HINT),
                Line::link);
    }

    private Line line(MadeCheck check, Map<Long, OrganisationLabel> parties, Words words) {
        Long id = check.organisationId();
        OrganisationLabel party = id == null ? null : parties.get(id);
        return new Line(
                check,
                party == null ? "" : party.name(),
                desk.matterOf(check.matter(), words),
                desk.bodyOf(check.source(), words));
    }

    private static ListPlan<Line> plan() {
        List<Column<Line>> columns = List.of(
                CheckColumns.receipt(),
                Column.by(
                        "asked",
                        FeedbackText.ASKED_AT,
                        (line, _) -> Formats.minute(line.check().askedAt()),
                        line -> line.check().askedAt()),
                CheckColumns.organisation(),
                Column.text("code", FeedbackText.CODE, (line, _) -> line.check().code()),
                CheckColumns.matter(),
                CheckColumns.caseNumber(),
                CheckColumns.body(),
                Column.text(
                        "outcome",
                        FeedbackText.OUTCOME,
                        (line, said) -> said.say(CheckText.of(line.check().outcome()))));
        List<Filter<Line>> filters = List.of(
                Filter.words(line -> List.of(line.organisation(), line.check().code(), line.caseNumber(), line.body())),
                FollowUpController.month(),
                Filter.one(
                        "outcome",
                        FeedbackText.OUTCOME,
                        Stream.of(CheckOutcome.values())
                                .map(outcome -> new Choice(outcome.name(), said -> said.say(CheckText.of(outcome))))
                                .toList(),
                        line -> line.check().outcome().name()));
        return new ListPlan<>(PATH, "-asked", "checks-made", FeedbackText.MADE_TITLE, columns, filters);
    }
}
