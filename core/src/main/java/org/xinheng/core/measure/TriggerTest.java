package org.xinheng.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.Measure.Trigger;

/** Whether a ground meets the trigger of a measure, and how long that lasts. */
final class TriggerTest {

    private final Trigger trigger;
    private final List<String> openPrefixes;

    /** @param openPrefixes of the kind's code list: a trigger that names one means all kinds that begin with it */
    TriggerTest(Trigger trigger, List<String> openPrefixes) {
        this.trigger = trigger;
        this.openPrefixes = openPrefixes;
    }

    /** One of the kinds named, or a fine from the threshold on: either suffices. */
    Optional<Cause> cause(Ground ground) {
        if (!ground.recordType().equals(trigger.recordType())) {
            return Optional.empty();
        }
        List<String> kinds = ground.kinds().stream().filter(this::names).toList();
        BigDecimal from = trigger.fineFromYuan();
        BigDecimal fine = ground.fineYuan();
        boolean reached = from != null && fine != null && fine.compareTo(from) >= 0;
        return kinds.isEmpty() && !reached ? Optional.empty() : Optional.of(new Cause(kinds, reached ? fine : null));
    }

    private boolean names(String kind) {
        for (String named : trigger.kinds()) {
            if (kind.equals(named) || (openPrefixes.contains(named) && kind.startsWith(named))) {
                return true;
            }
        }
        return false;
    }

    /** The day reached by adding the period is the first one without effect; an act that ends earlier ends it earlier. */
    LocalDate lastDay(Ground ground) {
        LocalDate byPeriod = ground.decidedOn().plus(trigger.lasting()).minusDays(1);
        LocalDate own = ground.lastDay();
        return own != null && own.isBefore(byPeriod) ? own : byPeriod;
    }
}
