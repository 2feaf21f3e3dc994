package org.xinheng.server.evaluation.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.xinheng.core.evaluation.ModelComparison.Fired;
import org.xinheng.core.evaluation.ModelComparison.Move;
import org.xinheng.core.evaluation.ModelComparison.Report;
import org.xinheng.core.evaluation.ModelComparison.Share;
import org.xinheng.core.evaluation.ModelComparison.Stability;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.evaluation.room.TrialPage.Table;
import org.xinheng.server.evaluation.room.TrialPage.Titles;
import org.xinheng.server.web.Words;

/** The report of a trial as tables, for page and workbook. */
final class TrialTables {

    private final Words words;
    private final Titles titles;
    private final LongFunction<String> names;
    private final BinaryOperator<String> groups;

    /**
     * @param names of the organisations of examples
     * @param groups name of a group, by what organisations are grouped by and its value
     */
    TrialTables(
            List<EvaluationModel> models,
            String model,
            LongFunction<String> names,
            BinaryOperator<String> groups,
            Words words) {
        this.words = words;
        this.names = names;
        this.groups = groups;
        Map<String, String> byId = new HashMap<>();
        byId.put("", words.say(RoomText.NOT_RATED));
        models.stream().filter(one -> one.id().equals(model)).forEach(one -> {
            one.grades().forEach(grade -> byId.put(grade.id(), words.say(grade.title())));
            one.dimensions().stream()
                    .flatMap(dimension -> dimension.indicators().stream())
                    .forEach(indicator -> byId.put(
                            indicator.rule().id(), words.say(indicator.rule().title())));
        });
        titles = new Titles(byId);
    }

    List<Table> of(Report report) {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                words.say(RoomText.GRADES),
                say(RoomText.GRADE, RoomText.BEFORE, RoomText.AFTER, RoomText.SHARE),
                report.grades().stream()
                        .map(one -> List.of(
                                titles.of(one.grade()),
                                Long.toString(one.before()),
                                Long.toString(one.after()),
                                expected(one)))
                        .toList()));
        tables.add(new Table(
                words.say(RoomText.MOVES),
                say(RoomText.FROM, RoomText.TO, RoomText.NUMBER),
                report.moves().stream()
                        .map(one ->
                                List.of(titles.of(one.from()), titles.of(one.to()), Long.toString(one.organisations())))
                        .toList()));
        tables.add(new Table(
                words.say(RoomText.EXAMPLES),
                say(RoomText.SUBJECT, RoomText.FROM, RoomText.TO, RoomText.CAUSES),
                report.examples().stream().map(this::example).toList()));
        tables.add(new Table(
                words.say(RoomText.INDICATORS),
                say(RoomText.INDICATOR, RoomText.FIRED, RoomText.POINTS, RoomText.STATE),
                report.indicators().stream()
                        .map(one -> List.of(
                                titles.of(one.indicator()),
                                Long.toString(one.organisations()),
                                Long.toString(one.points()),
                                remark(one)))
                        .toList()));
        tables.add(new Table(
                words.say(RoomText.GROUPS),
                say(
                        RoomText.GROUP,
                        RoomText.NUMBER,
                        RoomText.MOVED,
                        RoomText.MOVED_SHARE,
                        RoomText.MEAN_BEFORE,
                        RoomText.MEAN_AFTER,
                        RoomText.SPREAD),
                report.groups().stream()
                        .map(one -> List.of(
                                groups.apply(one.by(), one.value()),
                                Long.toString(one.organisations()),
                                Long.toString(one.moved()),
                                one.percentMoved() + "%",
                                Long.toString(one.meanBefore()),
                                Long.toString(one.meanAfter()),
                                spread(one)))
                        .toList()));
        return tables;
    }

    String monotone(Report report) {
        return report.violated() == 0
                ? words.say(RoomText.MONOTONE, report.trials())
                : words.say(RoomText.VIOLATED, report.trials(), report.violated());
    }

    private List<String> say(RoomText... texts) {
        return List.of(texts).stream().map(words::say).toList();
    }

    private String expected(Share one) {
        if (one.share() == null) {
            return "";
        }
        String bounds = one.share().least() + "–" + one.share().most();
        return one.within() ? bounds : bounds + " " + words.say(RoomText.OUTSIDE);
    }

    private String spread(Stability one) {
        return one.grades().stream()
                .map(grade -> titles.of(grade.grade()) + " " + grade.before() + "→" + grade.after())
                .collect(Collectors.joining(" · "));
    }

    private List<String> example(Move move) {
        return List.of(
                names.apply(move.organisation()),
                titles.of(move.from()) + " " + move.pointsBefore(),
                titles.of(move.to()) + " " + move.pointsAfter(),
                move.causes().stream()
                        .map(cause -> titles.of(cause.indicator()) + " " + cause.before() + "→" + cause.after())
                        .collect(Collectors.joining(" · ")));
    }

    private String remark(Fired one) {
        if (one.neverFires()) {
            return words.say(RoomText.NEVER);
        }
        return one.dominates() ? words.say(RoomText.DOMINATES) : "";
    }
}
