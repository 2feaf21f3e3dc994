package org.xinheng.server.bulletin;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Bulletin.Level;
import org.xinheng.core.policy.Bulletin.Share;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.intake.ReportingTimeliness.Counted;
import org.xinheng.server.intake.ReportingTimeliness.Delivered;
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
     * What a report says.
     *
     * @param told bodies of which something is said, in the order of their codes
     * @param leftOut bodies that delivered and of which nothing is said, in the same order
     */
    public record Findings(List<Told> told, List<LeftOut> leftOut) {
        public Findings {
            told = List.copyOf(told);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * @param onTime of the rows that have a period
     * @param wellFormed of the rows that were judged
     */
    public record Told(Organisation body, Share onTime, Share wellFormed, Level level) {}

    /** @param body its name in the pack, else its code */
    public record LeftOut(String body, Reason reason) {}

    /** Why nothing is said of a body. */
    public enum Reason {
        /** Some rows were counted over a year without notice of holidays: what may be counted again is held against nobody. */
        PROVISIONAL,
        /** A share of so few rows would be chance. */
        FEW,
        /** It has no code in the register, and no stub is made of it. */
        UNREGISTERED
    }

    /** Whoever delivered in the month, except the body that speaks. */
    Findings of(Bulletin bulletin, YearMonth month, Policy policy) {
        Period period = new Period(month.atDay(1), month.atEndOfMonth(), null);
        Map<String, TimelinessFigures> figures = new TreeMap<>();
        for (Counted one : timeliness.figures(period, ALL)) {
            if (bulletin.counting().recordTypes().contains(one.type())) {
                figures.merge(one.source(), one.figures(), TimelinessFigures::plus);
            }
        }
        policy.authority(bulletin.speaker()).map(Authority::code).ifPresent(figures::remove);
        Map<String, Share> usable = usable(bulletin, period);
        List<Told> told = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        figures.forEach((source, of) -> {
            Share onTime = new Share(of.onTime(), of.rated());
            Share wellFormed = usable.getOrDefault(source, new Share(0, 0));
            Optional<Level> level = bulletin.level(onTime, wellFormed);
            Optional<Organisation> body = organisations.findByCode(source).filter(Organisation::registered);
            if (of.provisional() == 0 && level.isPresent() && body.isPresent()) {
                told.add(new Told(body.get(), onTime, wellFormed, level.get()));
            } else {
                Reason reason =
                        of.provisional() > 0 ? Reason.PROVISIONAL : level.isEmpty() ? Reason.FEW : Reason.UNREGISTERED;
                leftOut.add(new LeftOut(
                        policy.authority(source)
                                .map(authority -> authority.name().zh())
                                .orElse(source),
                        reason));
            }
        });
        return new Findings(told, leftOut);
    }

    private Map<String, Share> usable(Bulletin bulletin, Period period) {
        Map<String, Share> usable = new HashMap<>();
        for (Delivered one : timeliness.delivered(period, ALL)) {
            if (bulletin.counting().recordTypes().contains(one.type())) {
                usable.merge(one.source(), new Share(one.usable(), one.judged()), MonthFigures::plus);
            }
        }
        return usable;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.part() + other.part(), one.whole() + other.whole());
    }
}
