package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Monitoring.Assessment;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.intake.timeliness.ScoreSheet.Figure;
import org.xinheng.server.intake.timeliness.ScoreSheet.Score;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Words;

/** The score sheet of departments (考核得分表) for a period: the office sees all, a department its own. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class ScoreController {

    private final TimelinessDesk desk;
    private final CurrentActor current;

    ScoreController(TimelinessDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(Papers.SCORES)
    Answer show(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        ListPlan<Score> plan = plan(words);
        Optional<AskedPeriod> asked = AskedPeriod.of(plan.ask(request), desk, words);
        return asked.isEmpty() ? AskedPeriod.WRONG : sheet(plan, asked.get(), actor, words);
    }

    private Answer sheet(ListPlan<Score> plan, AskedPeriod asked, Actor actor, Words words) {
        Period period = asked.period();
        Monitoring monitoring = desk.policy().instruments().monitoring();
        List<Assessment> assessments = monitoring.assessments().stream()
                .filter(assessment -> assessment.rule().validity().covers(period.to()))
                .toList();
        List<Score> scores = new ScoreSheet(
                        monitoring,
                        desk.lines(actor, period, asked.logged("scores")),
                        desk.delivered(actor, period),
                        desk.owed(actor, period))
                .scores(assessments);
        return plan.table(
                asked.ask(),
                scores,
                words,
                Papers.said(Papers.SCORES, ScoreText.LEAD, actor),
                score -> address(score, asked));
    }

    private static @Nullable String address(Score score, AskedPeriod asked) {
        Figure figure = score.figure();
        if (figure == null) {
            return null;
        }
        return switch (figure.behind()) {
            case LATE -> TimelinessPage.PATH + "/" + score.source() + "?late=true&" + asked.query();
            case DELIVERIES -> "/deliveries?source=" + score.source();
            case UNREPORTED ->
                Papers.UNREPORTED + "?source=" + score.source() + "&indicator=" + figure.indicator() + "&"
                        + asked.query();
        };
    }

    private ListPlan<Score> plan(Words words) {
        return new ListPlan<>(
                Papers.SCORES,
                "source",
                "scores",
                ScoreText.TITLE,
                List.of(
                        Column.text("source", ScoreText.SOURCE, (score, said) -> desk.nameOf(score.source(), said)),
                        Column.text(
                                "assessment",
                                ScoreText.ASSESSMENT,
                                (score, said) ->
                                        said.say(score.assessment().rule().title())),
                        Column.text("item", ScoreText.ITEM, ScoreController::item),
                        Column.number("points", ScoreText.POINTS, Score::points),
                        Column.by("figure", ScoreText.FIGURE, ScoreController::figure, ScoreController::share),
                        Column.by("score", ScoreText.SCORE, ScoreController::earned, ScoreController::known)),
                List.of(
                        Filter.words(score -> List.of(desk.nameOf(score.source(), words), item(score, words))),
                        AskedPeriod.first(ScoreText.FROM),
                        AskedPeriod.last(ScoreText.TO)));
    }

    private static String item(Score score, Words words) {
        return score.item() == null
                ? words.say(ScoreText.SUM)
                : words.say(score.item().title());
    }

    /** Counted of how many; in words where the platform counts nothing. */
    private static String figure(Score score, Words words) {
        Figure figure = score.figure();
        if (figure == null) {
            return unfigured(score.item(), words);
        }
        return words.say(
                switch (figure.behind()) {
                    case LATE -> ScoreText.FIGURE_LATE;
                    case DELIVERIES -> ScoreText.FIGURE_USABLE;
                    case UNREPORTED -> ScoreText.FIGURE_UNREPORTED;
                },
                figure.part(),
                figure.whole());
    }

    private static String unfigured(Assessment.@Nullable Item item, Words words) {
        if (item == null) {
            return "";
        }
        return words.say(item.indicator() == null ? ScoreText.BY_HAND : ScoreText.NO_FIGURE);
    }

    private static long share(Score score) {
        Figure figure = score.figure();
        return figure == null || figure.whole() == 0 ? -1 : figure.part() * 10_000 / figure.whole();
    }

    private static String earned(Score score, Words words) {
        return score.score() == null
                ? words.say(ScoreText.NO_SCORE)
                : score.score().toPlainString();
    }

    private static BigDecimal known(Score score) {
        return score.score() == null ? BigDecimal.ONE.negate() : score.score();
    }
}
