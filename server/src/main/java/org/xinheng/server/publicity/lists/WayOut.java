package org.xinheng.server.publicity.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;

/**
 * How an organisation comes onto a list and off it again (移出), as the pack says it.
 *
 * @param periods of acceptance, decision and taking down, in force on the day
 */
public record WayOut(ListRule list, List<DeadlineRule> periods) {

    public WayOut {
        periods = List.copyOf(periods);
    }

    static WayOut of(ListRule list, Policy policy, LocalDate day) {
        ListRule.EarlyRemoval early = list.term().early();
        List<DeadlineRule> periods = early == null
                ? List.of()
                : early.clocks().stream()
                        .flatMap(clock -> Optional.ofNullable(policy.deadlines().get(clock)).stream())
                        .flatMap(table -> table.on(day).stream())
                        .toList();
        return new WayOut(list, periods);
    }
}
