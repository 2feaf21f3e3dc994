package org.xinheng.server.measure.sight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.organisation.Organisations.Merged;

/**
 * Register and records in memory, kept up to date by position. Many threads look, one renews.
 *
 * <p>A look reads the positions first and the content afterwards, a renewal changes the content first and the positions
 * afterwards: so what a look saw is never older than the positions that it quotes. That it is not newer either is what the
 * receipt's transaction makes sure of.
 */
final class Snapshot {

    private final Sources sources;
    private final Map<String, Subject> byCode = new ConcurrentHashMap<>();
    /** A list of records, or {@link Unread}; organisations on whose records no measure could rest have no entry. */
    private final Map<Long, Object> records = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<Long> unread = new ConcurrentLinkedQueue<>();
    private volatile State state;

    private record State(Positions at, Feeds feeds, Mergers mergers) {}

    /**
     * @param codes of entries that lead to another one
     * @param into ids of the entries that lead to an organisation
     */
    private record Mergers(Set<String> codes, Map<Long, List<Long>> into) {

        static Mergers of(List<Merged> merged) {
            Set<String> codes = new HashSet<>();
            Map<Long, List<Long>> into = new HashMap<>();
            for (Merged one : merged) {
                if (one.code() != null) {
                    codes.add(one.code());
                }
                into.computeIfAbsent(one.into(), _ -> new ArrayList<>()).add(one.id());
            }
            into.values().forEach(ids -> ids.sort(Comparator.naturalOrder()));
            return new Mergers(codes, into);
        }
    }

    /** The records of an organisation changed; each change has a mark of its own, so that an older reading never lands on it. */
    private static final class Unread {}

    private Snapshot(Sources sources) {
        this.sources = sources;
        this.state = new State(new Positions(0, 0), sources.feeds(), Mergers.of(List.of()));
    }

    /**
     * Reads everything; each of the two parts as of its own position.
     *
     * @throws DataRetrievalFailureException when the register lost its organisations
     */
    static Snapshot load(Sources sources) {
        Snapshot snapshot = new Snapshot(sources);
        AtomicBoolean any = new AtomicBoolean();
        long register = sources.organisations.each(organisation -> {
            any.setPlain(true);
            snapshot.put(Subject.of(organisation, sources.policy));
        });
        Sources.knowsSomebody(register, any.getPlain());
        Position archive = sources.archive.eachCurrent(
                sources.types,
                version -> sources.reading
                        .read(version)
                        .ifPresent(record -> snapshot.add(version.organisationId(), record)));
        snapshot.state = new State(
                new Positions(archive.value(), register), sources.feeds(), Mergers.of(sources.organisations.merged()));
        return snapshot;
    }

    private void put(Subject subject) {
        if (subject.code() != null) {
            byCode.put(subject.code(), subject);
        }
    }

    @SuppressWarnings("unchecked")
    private void add(long organisation, KnownRecord record) {
        List<KnownRecord> before = (List<KnownRecord>) records.getOrDefault(organisation, List.of());
        List<KnownRecord> all = new ArrayList<>(before.size() + 1);
        all.addAll(before);
        all.add(record);
        records.put(organisation, List.copyOf(all));
    }

    Positions positions() {
        return state.at();
    }

    Sight look(CodeFinding code) {
        State now = state;
        Subject subject = subject(now, code);
        if (subject == null) {
            return new Sight(now.at(), null, List.of(), now.feeds());
        }
        List<Long> merged = now.mergers().into().get(subject.id());
        List<KnownRecord> own = recordsOf(subject.id());
        if (merged == null) {
            return new Sight(now.at(), subject, own, now.feeds());
        }
        List<KnownRecord> all = new ArrayList<>(own);
        merged.forEach(id -> all.addAll(recordsOf(id)));
        return new Sight(now.at(), subject, all, now.feeds());
    }

    /** Older numbers and codes of merged entries are seldom asked for and not kept. */
    private @Nullable Subject subject(State now, CodeFinding code) {
        boolean kept = code.kind() == CodeKind.USCC && !now.mergers().codes().contains(code.normalised());
        return kept ? byCode.get(code.normalised()) : sources.subject(code).orElse(null);
    }

    private List<KnownRecord> recordsOf(long organisation) {
        Object found = records.get(organisation);
        return found == null ? List.of() : found instanceof Unread mark ? read(organisation, mark) : listOf(found);
    }

    private List<KnownRecord> read(long organisation, Unread mark) {
        List<KnownRecord> read = List.copyOf(sources.records(organisation));
        settle(organisation, mark, read);
        return read;
    }

    /** Only where no later change came in between. */
    private void settle(long organisation, Unread mark, List<KnownRecord> read) {
        boolean _ = read.isEmpty() ? records.remove(organisation, mark) : records.replace(organisation, mark, read);
    }

    @SuppressWarnings("unchecked")
    private static List<KnownRecord> listOf(Object found) {
        return (List<KnownRecord>) found;
    }

    /** Brings the snapshot to the last positions; called by one thread at a time. */
    void renew() {
        State before = state;
        var archived = sources.archive.changedSince(new Position(before.at().archive(), Instant.EPOCH));
        long registered = sources.organisations.eachChangedSince(
                before.at().register(), organisation -> put(Subject.of(organisation, sources.policy)));
        Positions now = new Positions(archived.upTo().value(), registered);
        if (now.equals(before.at())) {
            return;
        }
        for (long organisation : archived.organisations()) {
            records.put(organisation, new Unread());
            unread.add(organisation);
        }
        state = new State(
                now,
                now.archive() == before.at().archive() ? before.feeds() : sources.feeds(),
                now.register() == before.at().register()
                        ? before.mergers()
                        : Mergers.of(sources.organisations.merged()));
    }

    /**
     * Reads some of the records that changed, so that no check has to.
     *
     * @return whether there are more
     */
    boolean catchUp(int most) {
        Map<Long, Unread> marks = new HashMap<>();
        for (Long next = unread.poll(); next != null; next = marks.size() < most ? unread.poll() : null) {
            if (records.get(next) instanceof Unread mark) {
                marks.put(next, mark);
            }
        }
        if (marks.isEmpty()) {
            return false;
        }
        Map<Long, List<KnownRecord>> read = new HashMap<>();
        sources.archive.eachCurrentOf(
                marks.keySet(),
                sources.types,
                version -> sources.reading
                        .read(version)
                        .ifPresent(record -> read.computeIfAbsent(version.organisationId(), _ -> new ArrayList<>())
                                .add(record)));
        marks.forEach((organisation, mark) ->
                settle(organisation, mark, List.copyOf(read.getOrDefault(organisation, List.of()))));
        return !unread.isEmpty();
    }
}
