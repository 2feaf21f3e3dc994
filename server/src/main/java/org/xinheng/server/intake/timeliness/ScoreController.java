package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** The score sheet of departments (考核得分表) for a period: the office sees all, a department its own. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class ScoreController {

    private static final String FROM = "from";
    private static final String TO = "to";

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
        ListAsk asked = plan.ask(request);
        FormCheck check = desk.check(words);
        Period period = desk.period(asked.typed(FROM), asked.typed(TO), null, check, words);
        if (check.failed()) {
            return new ErrorPage(HttpStatus.BAD_REQUEST, ScoreText.PERIOD_WRONG, ScoreText.PERIOD_WRONG_ADVICE);
        }
        ListAsk ask = asked.orElse(FROM, period.from().toString())
                .orElse(TO, period.to().toString());
        Monitoring monitoring = desk.policy().instruments().monitoring();
        List<Assessment> assessments = monitoring.assessments().stream()
                .filter(assessment -> assessment.rule().validity().covers(period.to()))
                .toList();
        List<Score> scores = new ScoreSheet(monitoring, desk.lines(actor, period), desk.delivered(actor, period))
                .scores(assessments);
        return plan.table(
                ask, scores, words, Papers.said(Papers.SCORES, ScoreText.LEAD, actor), score -> address(score, period));
    }

    private static @Nullable String address(Score score, Period period) {
        Figure figure = score.figure();
        if (figure == null) {
            return null;
        }
        return switch (figure.behind()) {
            case LATE ->
                TimelinessPage.PATH + "/" + score.source() + "?late=true&from=" + period.from() + "&to=" + period.to();
            case DELIVERIES -> "/deliveries?source=" + score.source();
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
                        day(FROM, ScoreText.FROM),
                        day(TO, ScoreText.TO)));
    }

    private static Filter<Score> day(String id, Text label) {
        return new Filter<>(id, new ListFilter(id, label, List.of()), Set.of(), (_, _) -> true);
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
