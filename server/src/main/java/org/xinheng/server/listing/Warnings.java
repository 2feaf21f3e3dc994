package org.xinheng.server.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Agenda;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Step;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.listing.store.PostgresListings;
import org.xinheng.server.listing.store.WarningStore;
import org.xinheng.server.listing.store.WarningStore.Raised;
import org.xinheng.server.policy.PolicyInForce;

/**
 * What a conducting body is warned of (认定程序预警): a period that ended unused, a term that is about to end, a
 * listing whose decision fell. A warning decides
 * nothing and is seen by nobody outside; with the next step, and with the listing itself, it is over.
 */
public final class Warnings {

    private static final Logger log = LoggerFactory.getLogger(Warnings.class);
    private static final int AT_ONCE = 200;

    private final WarningStore warnings;
    private final PostgresListings proceedings;
    private final Underlying underlying;
    private final PolicyInForce inForce;
    private final Clock clock;

    Warnings(
            WarningStore warnings,
            PostgresListings proceedings,
            Underlying underlying,
            PolicyInForce inForce,
            Clock clock) {
        this.warnings = warnings;
        this.proceedings = proceedings;
        this.underlying = underlying;
        this.inForce = inForce;
        this.clock = clock;
    }

    public record Warning(Proceeding proceeding, Agenda.Item item) {}

    /** Warns of all that nobody was warned of. Several processes may do so: each is raised once. @return how many */
    public int run() {
        int raised = 0;
        for (long id : waiting(today())) {
            raised += raise(id);
        }
        return raised;
    }

    /** One proceeding that cannot be looked at keeps no other from it, and shows in {@link #missing}. */
    private int raise(long id) {
        try {
            Proceeding proceeding = find(id);
            int raised = 0;
            for (Agenda.Item item : unwarned(proceeding, today())) {
                raised += warnings.raise(raised(proceeding, item.kind()), clock.instant()) ? 1 : 0;
            }
            return raised;
        } catch (RuntimeException fault) {
            log.warn("proceeding {} was not looked at", id, Silenced.of(fault));
            return 0;
        }
    }

    private static Raised raised(Proceeding proceeding, Agenda.Kind kind) {
        Act.Decide decision = proceeding.decision();
        return new Raised(
                proceeding.id(), proceeding.steps().size(), kind.name(), decision == null ? null : decision.until());
    }

    private List<Agenda.Item> unwarned(Proceeding proceeding, LocalDate day) {
        Set<String> raised = warnings.raised(proceeding.id(), proceeding.steps().size());
        return items(proceeding, day).stream()
                .filter(item -> !raised.contains(item.kind().name()))
                .toList();
    }

    private List<Agenda.Item> items(Proceeding proceeding, LocalDate day) {
        LocalDate fellOn =
                underlying.fellOn(proceeding).filter(fell -> !fell.isAfter(day)).orElse(null);
        return new Agenda(inForce.policy()).on(day, proceeding, fellOn);
    }

    private List<Long> waiting(LocalDate day) {
        LocalDate horizon = new Agenda(inForce.policy()).horizon(day);
        List<Long> all = new ArrayList<>();
        for (List<Long> page = page(day, horizon, 0); !page.isEmpty(); page = page(day, horizon, page.getLast())) {
            all.addAll(page);
        }
        return all;
    }

    private List<Long> page(LocalDate day, @Nullable LocalDate horizon, long after) {
        return warnings.waiting(day, horizon, after, AT_ONCE);
    }

    /** How many should have been raised by yesterday and were not: then the rounds are asleep or hindered. */
    public long missing() {
        LocalDate yesterday = today().minusDays(1);
        Instant began = today().atStartOfDay(clock.getZone()).toInstant();
        return waiting(yesterday).stream()
                .map(this::find)
                .filter(proceeding ->
                        proceeding.last().map(Step::at).filter(began::isAfter).isPresent())
                .mapToLong(proceeding -> unwarned(proceeding, yesterday).size())
                .sum();
    }

    /** Those that stand today, the oldest first. @param authority id of the conducting body; null for all */
    public List<Warning> standing(@Nullable String authority, int limit) {
        List<Warning> standing = new ArrayList<>();
        for (Raised raised : warnings.standing(authority, today(), limit)) {
            Proceeding proceeding = find(raised.proceeding());
            items(proceeding, today()).stream()
                    .filter(item -> item.kind().name().equals(raised.kind()))
                    .forEach(item -> standing.add(new Warning(proceeding, item)));
        }
        return standing;
    }

    private Proceeding find(long id) {
        return proceedings.find(id).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
