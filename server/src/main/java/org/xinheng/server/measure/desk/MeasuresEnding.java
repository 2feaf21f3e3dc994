package org.xinheng.server.measure.desk;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.measure.applied.AppliedMeasure;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Words;

/** Measures that are on and whose last day is near. */
final class MeasuresEnding implements EndingOffer {

    private final MeasureDesk desk;

    MeasuresEnding(MeasureDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Ending> endings(Actor actor, LocalDate from, LocalDate until) {
        if (!actor.may(Permission.OVERSEE) && !actor.may(Permission.CHECK)) {
            return List.of();
        }
        List<AppliedMeasure> ending = desk.list(actor, "measures.list", Long.MAX_VALUE, ListPlan.MOST).stream()
                .filter(measure ->
                        !measure.until().isBefore(from) && !measure.until().isAfter(until))
                .toList();
        return AppliedLine.of(ending, desk, Words.in(Language.CHINESE)).stream()
                .filter(line -> line.kind() != AppliedState.Kind.OFF)
                .map(line -> new Ending(
                        words -> words.say(MeasureText.MEASURE),
                        line.title(),
                        line.organisation(),
                        line.body(),
                        line.measure().until(),
                        AppliedPage.PATH + "/" + line.measure().id()))
                .toList();
    }
}
