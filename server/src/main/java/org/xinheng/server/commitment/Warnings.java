package org.xinheng.server.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.commitment.store.WarningStore;
import org.xinheng.server.commitment.store.WarningStore.Raised;

/**
 * What an accepting body is warned of (承诺预警): a review that is overdue, papers that did not come in time, and that the giver broke another
 * commitment. A warning decides nothing and is seen by nobody outside; with the next step it is over.
 */
public final class Warnings {

    private static final int AT_ONCE = 200;

    private final WarningStore warnings;
    private final PromiseStore promises;
    private final Standings standings;
    private final Clock clock;

    Warnings(WarningStore warnings, PromiseStore promises, Standings standings, Clock clock) {
        this.warnings = warnings;
        this.promises = promises;
        this.standings = standings;
        this.clock = clock;
    }

    /** Why a body is warned; the name is what the store keeps. */
    public enum Kind {
        /** 逾期未复核. */
        REVIEW_MISSED,
        /** 逾期未补齐材料. */
        PAPERS_MISSED,
        /** 承诺人违反其他承诺. */
        GIVER_BROKE
    }

    /** @param cause the commitment that was broken; null for a day that passed */
    public record Warning(
            Promise promise, Kind kind, @Nullable Promise cause) {}

    /** Warns of each day that passed and of which nobody was warned. Several processes may do so: each is raised once. @return how many */
    public int run() {
        int raised = 0;
        for (List<Long> page = page(); !page.isEmpty(); page = page()) {
            for (long id : page) {
                Promise promise = promises.find(id).orElseThrow();
                Kind kind = promise.stage() == Stage.PAPERS_OWED ? Kind.PAPERS_MISSED : Kind.REVIEW_MISSED;
                raised += raise(promise, kind, null) ? 1 : 0;
            }
        }
        return raised;
    }

    private List<Long> page() {
        return warnings.unwarned(today(), AT_ONCE);
    }

    /** How many should have been raised by yesterday and were not: then the rounds are asleep or hindered. */
    public long missing() {
        return warnings.countUnwarned(today().minusDays(1));
    }

    /** The bodies that took other commitments of the giver are told, in the transaction of the decision. */
    @EventListener
    void on(CommitmentBroken event) {
        Promise broken = promises.find(event.promise()).orElseThrow();
        standings.promises(broken.giver().organisation()).stream()
                .filter(other -> other.id() != broken.id() && other.stage().open())
                .forEach(other -> raise(other, Kind.GIVER_BROKE, broken.id()));
    }

    private boolean raise(Promise promise, Kind kind, @Nullable Long cause) {
        Raised warning = new Raised(promise.id(), promise.steps().size(), kind.name(), cause);
        return warnings.raise(warning, clock.instant());
    }

    /** Those that stand today, the oldest first; of a breach as long as it is neither repaired nor over. @param authority null for all */
    public List<Warning> standing(@Nullable String authority, int limit) {
        List<Warning> standing = new ArrayList<>();
        for (Raised raised : warnings.standing(authority, limit)) {
            Promise cause =
                    Optional.ofNullable(raised.cause()).flatMap(promises::find).orElse(null);
            if (cause == null || cause.breachUntil(today()) != null) {
                standing.add(
                        new Warning(promises.find(raised.promise()).orElseThrow(), Kind.valueOf(raised.kind()), cause));
            }
        }
        return standing;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
