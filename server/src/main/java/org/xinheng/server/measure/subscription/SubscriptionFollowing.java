package org.xinheng.server.measure.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.measure.subscription.Imprints.Imprint;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Finds the codes of open lists about which an answer would be another one now, because records, the register, the day, the rules
 * or what sources were heard changed. What was followed commits with what is told of it: after a crash nothing is missing and nothing is told twice.
 */
final class SubscriptionFollowing {

    private static final int PAGE = 1_000;
    /** From so many changed organisations on, going through all lists takes less than looking for each. */
    private static final int MANY = 20_000;

    private static final int UNIFIED = 18;

    private final Sources sources;
    private final Imprints imprints;
    private final QuestionReader questions;
    private final Subscriptions.Time time;
    private final SubscriptionStore store;
    private final FollowedTo followed;

    SubscriptionFollowing(
            Sources sources, Imprints imprints, QuestionReader questions, Subscriptions.Time time, JdbcClient sql) {
        this.sources = sources;
        this.imprints = imprints;
        this.questions = questions;
        this.time = time;
        this.store = new SubscriptionStore(sql);
        this.followed = new FollowedTo(sql);
    }

    /** What can change an answer. */
    record Sources(Archive archive, Organisations organisations, PolicyInForce inForce) {

        Positions positions() {
            return new Positions(archive.position().value(), organisations.position());
        }
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be followed: nothing of it is kept then */
    void run() {
        time.transaction().executeWithoutResult(_ -> {
            FollowedTo.At at = followed.lock();
            LocalDate today = time.today();
            String rules = sources.inForce().policy().version();
            boolean everything = !at.ruleVersion().equals(rules) || at.day().isBefore(today);
            if (!everything && at.positions().equals(sources.positions())) {
                return;
            }
            Optional<String> late = lateMatters(today);
            Positions now = late.isPresent()
                    ? follow(at.positions(), everything || !late.get().equals(at.lateMatters()), today)
                    : sources.positions();
            // Days are not followed backwards when a clock was set back.
            followed.move(new FollowedTo.At(
                    now, at.day().isAfter(today) ? at.day() : today, rules, late.orElse(at.lateMatters())));
        });
    }

    /** Read before any code is looked at: what becomes late meanwhile is found by the next run. Empty when nothing is watched. */
    private Optional<String> lateMatters(LocalDate today) {
        return store.page(0, "", today, 1).stream()
                .findFirst()
                .map(code ->
                        imprints.lateMatters(questions.readCode(code.code()).finding(), sources.positions()));
    }

    private Positions follow(Positions from, boolean everything, LocalDate today) {
        if (everything) {
            Positions now = sources.positions();
            sweep(now, today);
            return now;
        }
        Set<Long> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();
        long register = sources.organisations().eachChangedSince(from.register(), organisation -> {
            ids.add(organisation.id());
            if (organisation.code() != null) {
                codes.add(organisation.code());
            }
        });
        var archived = sources.archive().changedSince(new Archive.Position(from.archive(), Instant.EPOCH));
        ids.addAll(archived.organisations());
        Positions now = new Positions(archived.upTo().value(), register);
        if (ids.size() > MANY) {
            sweep(now, today);
        } else {
            addMerged(ids, codes);
            Map<List<Object>, WatchedCode> concerned = new LinkedHashMap<>();
            List<WatchedCode> found = new ArrayList<>(store.concerned(ids, codes, today));
            if (register != from.register()) {
                found.addAll(store.olderNumbers(today, UNIFIED));
            }
            found.forEach(code -> concerned.put(List.of(code.subscription(), code.code()), code));
            settle(concerned.values(), now);
        }
        return now;
    }

    /** Records stay attached to an entry that was merged, and its code leads to the other one: either concerns both. */
    private void addMerged(Set<Long> ids, Set<String> codes) {
        for (Organisations.Merged one : sources.organisations().merged()) {
            if (ids.contains(one.id()) || ids.contains(one.into())) {
                ids.add(one.id());
                ids.add(one.into());
                if (one.code() != null) {
                    codes.add(one.code());
                }
            }
        }
    }

    private void sweep(Positions least, LocalDate today) {
        List<WatchedCode> page = store.page(0, "", today, PAGE);
        while (!page.isEmpty()) {
            settle(page, least);
            WatchedCode last = page.getLast();
            page = page.size() < PAGE ? List.of() : store.page(last.subscription(), last.code(), today, PAGE);
        }
    }

    private void settle(Collection<WatchedCode> codes, Positions least) {
        List<WatchedCode> changed = new ArrayList<>();
        for (WatchedCode code : codes) {
            Imprint now = imprints.of(questions.readCode(code.code()).finding(), code.matter(), least);
            boolean same = Arrays.equals(now.bytes(), code.imprint())
                    && Objects.equals(now.organisation(), code.organisation());
            if (!same) {
                changed.add(new WatchedCode(
                        code.subscription(), code.matter(), code.code(), now.organisation(), now.bytes()));
            }
        }
        if (!changed.isEmpty()) {
            store.change(changed, time.now());
        }
    }
}
