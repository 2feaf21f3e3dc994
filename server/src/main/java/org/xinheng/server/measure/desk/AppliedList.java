package org.xinheng.server.measure.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xinheng.core.policy.Measure;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what applied measures are looked for, ordered and taken home. Whether one is on follows from its ground, not from a column. */
final class AppliedList {

    static final ListPlan<AppliedLine> PLAN = new ListPlan<>(
            AppliedPage.PATH,
            "-applied",
            "applied-measures",
            MeasureText.LIST_TITLE,
            List.of(
                    Column.text("organisation", MeasureText.ORGANISATION, (line, _) -> line.organisation()),
                    Column.text("code", MeasureText.FORM_CODE, (line, _) -> line.code()),
                    Column.text("measure", MeasureText.MEASURE, (line, _) -> line.title()),
                    Column.text(
                            "effect",
                            MeasureText.EFFECT,
                            (line, words) ->
                                    words.say(MeasureText.of(line.measure().effect()))),
                    Column.text("matter", MeasureText.MATTER, (line, _) -> line.matter()),
                    Column.text(
                            "decision",
                            MeasureText.DECISION,
                            (line, _) -> line.measure().decision()),
                    Column.text("body", MeasureText.BODY, (line, _) -> line.body()),
                    Column.day(
                            "applied",
                            MeasureText.APPLIED_ON,
                            line -> line.measure().appliedOn()),
                    Column.day(
                            "until", MeasureText.UNTIL, line -> line.measure().until()),
                    Column.by("state", MeasureText.STATE, (line, _) -> line.state(), AppliedLine::kind),
                    Column.text("why", MeasureText.WHY, (line, _) -> line.why())),
            List.of(
                    Filter.words(line -> List.of(
                            line.organisation(),
                            line.code() == null ? "" : line.code(),
                            line.title(),
                            line.measure().decision())),
                    Filter.one(
                            "state",
                            MeasureText.STATE,
                            Stream.of(AppliedState.Kind.values())
                                    .map(kind -> new Choice(lower(kind), words -> MeasureText.of(kind, words)))
                                    .toList(),
                            line -> lower(line.kind())),
                    Filter.one(
                            "effect",
                            MeasureText.EFFECT,
                            Stream.of(Measure.Effect.values())
                                    .map(effect ->
                                            new Choice(lower(effect), words -> words.say(MeasureText.of(effect))))
                                    .toList(),
                            line -> lower(line.measure().effect()))));

    private AppliedList() {}

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
