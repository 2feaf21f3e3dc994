package org.xinheng.server.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.record.PublishGate;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordsActivated;
import org.xinheng.server.archive.store.ReviewRows.Change;
import org.xinheng.server.archive.store.ReviewRows.Standing;
import org.xinheng.server.policy.PolicyInForce;

/** Judges page by page without a lock; only the versions of one page that change are appended under it. */
final class PostgresGateReview implements GateReview {

    private static final int PAGE = 2_000;

    private final ReviewRows rows;
    private final Acts acts;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PostgresGateReview(
            ReviewRows rows,
            Acts acts,
            Rules rules,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.acts = acts;
        this.rules = rules;
        this.transaction = transaction;
        this.events = events;
    }

    /** The rules and the day. */
    record Rules(PolicyInForce inForce, Clock clock) {

        LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, clock.getZone());
        }

        StoredGate gate() {
            return new StoredGate(inForce.policy(), day(clock.instant()));
        }
    }

    @Override
    public Reviewed all() {
        return review(null);
    }

    @Override
    public Reviewed broughtBy(long actId, String ruleVersion, Instant judgedAt) {
        var policy = rules.inForce().policy();
        var today = rules.day(rules.clock().instant());
        var same =
                policy.version().equals(ruleVersion) && !PublishGate.editionBegins(policy, rules.day(judgedAt), today);
        return same ? Reviewed.NOTHING : review(actId);
    }

    @Override
    public Reviewed record(long organisationId, long recordId) {
        List<Standing> page = rows.one(organisationId, recordId);
        return new Reviewed(page.size(), follow(changes(page, rules.gate())));
    }

    private Reviewed review(@Nullable Long act) {
        var gate = rules.gate();
        long seen = 0;
        long changed = 0;
        for (int partition = 0; partition < RecordLoading.PARTITIONS; partition++) {
            Standing last = null;
            List<Standing> page;
            do {
                page = rows.page(partition, last, act, PAGE);
                seen += page.size();
                changed += follow(changes(page, gate));
                last = page.isEmpty() ? last : page.getLast();
            } while (page.size() == PAGE);
        }
        return new Reviewed(seen, changed);
    }

    /** Whose records they are: a source finds what happened to its own. */
    private record Feed(int type, String source) {}

    private static Map<Feed, List<Change>> changes(List<Standing> page, StoredGate gate) {
        var changes = new HashMap<Feed, List<Change>>();
        for (var standing : page) {
            gate.decide(standing.payload())
                    .filter(now -> isOther(standing.publication(), now, gate.day()))
                    .ifPresent(now -> changes.computeIfAbsent(
                                    new Feed(standing.type(), standing.source()), _ -> new ArrayList<>())
                            .add(new Change(standing, now)));
        }
        return changes;
    }

    /** The ids of rules may be given anew; only why a record is held is read by somebody who has to mend it. */
    private static boolean isOther(Publication before, Publication now, LocalDate day) {
        var window = before.window();
        var over = window != null && window.last() != null && window.last().isBefore(day);
        if (over && now.gate() != Gate.SHOWN) {
            // Its time ended it; nothing has to be written for that.
            return false;
        }
        return before.gate() != now.gate()
                || !Objects.equals(window, now.window())
                || !Objects.equals(before.severity(), now.severity())
                || !Objects.equals(before.earliestRepair(), now.earliestRepair())
                || before.toBeConfirmed() != now.toBeConfirmed()
                || (now.gate() == Gate.HELD && !before.reasons().equals(now.reasons()));
    }

    private int follow(Map<Feed, List<Change>> changes) {
        int changed = 0;
        for (var ofType : changes.entrySet()) {
            changed += Objects.requireNonNull(transaction.execute(_ -> follow(ofType.getKey(), ofType.getValue())));
        }
        return changed;
    }

    private int follow(Feed feed, List<Change> changes) {
        acts.lock();
        var act = new Act(
                acts.nextId(),
                Act.Kind.GATE_REVIEW,
                feed.type(),
                feed.source(),
                "rules:" + rules.inForce().policy().version());
        int changed = rows.follow(act.id(), changes);
        if (changed > 0) {
            var position = acts.activate(act);
            events.publishEvent(new RecordsActivated(position.value(), act.id()));
        }
        return changed;
    }
}
