package org.xinheng.server.commitment;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.listing.Officer;
import org.xinheng.server.commitment.store.PromiseStore;

/** Commitments in memory. */
final class InMemoryPromises implements PromiseStore {

    private final TreeMap<Long, Promise> promises = new TreeMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private final Map<String, Integer> serials = new HashMap<>();

    /** Every call is alone here. */
    @Override
    public void lock() {}

    @Override
    public synchronized Optional<Promise> ofForm(String key) {
        return Optional.ofNullable(byKey.get(key)).flatMap(this::find);
    }

    @Override
    public synchronized boolean gave(String number) {
        return newest().anyMatch(promise -> promise.number().equals(number));
    }

    @Override
    public synchronized Optional<Promise> find(long id) {
        return Optional.ofNullable(promises.get(id));
    }

    private Stream<Promise> newest() {
        return List.copyOf(promises.descendingMap().values()).stream();
    }

    @Override
    public synchronized List<Promise> ofOrganisations(Collection<Long> ids) {
        return newest().filter(promise -> ids.contains(promise.giver().organisation()))
                .toList();
    }

    @Override
    public synchronized List<Promise> list(@Nullable String authority, long before, int limit) {
        return newest().filter(promise -> promise.id() < before)
                .filter(promise -> authority == null || promise.authority().equals(authority))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<String, Long> signers() {
        Map<String, Set<Long>> givers = new HashMap<>();
        newest().filter(promise -> promise.last(Act.Kind.WITHDRAW).isEmpty()
                        && promise.last(Act.Kind.LAPSE).isEmpty())
                .forEach(promise -> givers.computeIfAbsent(promise.item(), _ -> new HashSet<>())
                        .add(promise.giver().organisation()));
        Map<String, Long> counts = new HashMap<>();
        givers.forEach((item, all) -> counts.put(item, (long) all.size()));
        return counts;
    }

    @Override
    public synchronized Promise open(Promise signed, String division, String key) {
        if (byKey.containsKey(key)) {
            throw new IllegalStateException("the form was used before");
        }
        String stem = division + signed.signedOn().format(DateTimeFormatter.BASIC_ISO_DATE);
        String number = stem + "%06d".formatted(serials.merge(stem, 1, Integer::sum));
        long id = promises.size() + 1L;
        Promise kept = new Promise(id, number, signed.item(), signed.giver(), signed.authority(), signed.steps());
        promises.put(id, kept);
        byKey.put(key, id);
        return kept;
    }

    @Override
    public synchronized boolean append(long id, Step step) {
        Promise before = find(id).orElseThrow();
        if (step.no() <= before.steps().size()) {
            return false;
        }
        if (step.no() > before.steps().size() + 1) {
            throw new IllegalStateException("a step of commitment " + id + " is skipped");
        }
        if (step.act() instanceof Act.Decide decide && decide.broken() && !chained(before, step)) {
            throw new IllegalStateException("a breach without its chain: commitment " + id);
        }
        promises.put(id, before.with(step));
        return true;
    }

    /** Something lacked at the last review, notice of it by another, and time elapsed or waived. */
    private static boolean chained(Promise before, Step decision) {
        Step notice = before.last(Act.Kind.NOTIFY).orElse(null);
        Step review = before.last(Act.Kind.REVIEW).orElse(null);
        if (before.stage() != Stage.CHARGED || notice == null || review == null) {
            return false;
        }
        int decided = before.last(Act.Kind.DECIDE).map(Step::no).orElse(0);
        boolean lacked = ((Act.Review) review.act()).performance().lacking();
        boolean waived = before.steps().stream()
                .anyMatch(step -> step.no() > notice.no()
                        && step.by().post() == Officer.Post.SUBJECT
                        && step.act() instanceof Act.Answer answer
                        && answer.last());
        boolean over = notice.due() != null && decision.on().isAfter(notice.due());
        boolean order = decided < review.no() && review.no() < notice.no();
        return lacked
                && order
                && (waived || over)
                && !notice.by().name().equals(decision.by().name());
    }
}
