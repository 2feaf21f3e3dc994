package org.xinheng.server.bulletin;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Bulletin.Level;
import org.xinheng.core.policy.Bulletin.Share;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.intake.ReportingTimeliness.Delivered;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.SourceScope;

/** What bodies reported in a month, by the rule of a report. */
public final class MonthFigures {

    private static final SourceScope ALL = new SourceScope(true, Set.of());

    private final ReportingTimeliness timeliness;
    private final Organisations organisations;

    MonthFigures(ReportingTimeliness timeliness, Organisations organisations) {
        this.timeliness = timeliness;
        this.organisations = organisations;
    }

    /**
     * @param onTime of the rows that have a period
     * @param wellFormed of the rows that were judged
     */
    public record Told(Organisation body, Share onTime, Share wellFormed, Level level) {}

    /**
     * Bodies of which something is said, in the order of their codes. Left out are the speaker, whoever has no code in the register, too
     * few rows, and rows that were counted over a year without notice of holidays: what may be counted again is held against nobody.
     */
    List<Told> of(Bulletin bulletin, YearMonth month, Policy policy) {
        Period period = new Period(month.atDay(1), month.atEndOfMonth(), null);
        Map<String, TimelinessFigures> figures = new TreeMap<>();
        for (Line line : timeliness.lines(period, ALL)) {
            if (bulletin.counting().recordTypes().contains(line.type())) {
                figures.merge(line.source(), line.figures(), TimelinessFigures::plus);
            }
        }
        Map<String, Share> usable = new TreeMap<>();
        for (Delivered one : timeliness.delivered(period, ALL)) {
            if (bulletin.counting().recordTypes().contains(one.type())) {
                usable.merge(one.source(), new Share(one.usable(), one.judged()), MonthFigures::plus);
            }
        }
        String speaker =
                policy.authority(bulletin.speaker()).map(Authority::code).orElse(bulletin.speaker());
        List<Told> told = new ArrayList<>();
        figures.forEach((source, of) -> {
            if (!source.equals(speaker) && of.provisional() == 0) {
                Share onTime = new Share(of.onTime(), of.rated());
                Share wellFormed = usable.getOrDefault(source, new Share(0, 0));
                bulletin.level(onTime, wellFormed)
                        .ifPresent(level -> organisations
                                .findByCode(source)
                                .filter(Organisation::registered)
                                .ifPresent(body -> told.add(new Told(body, onTime, wellFormed, level))));
            }
        });
        return told;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.part() + other.part(), one.whole() + other.whole());
    }
}
