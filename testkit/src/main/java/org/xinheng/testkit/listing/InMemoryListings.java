package org.xinheng.testkit.listing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Chain;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule.Nature;

/** Proceedings in memory. */
public final class InMemoryListings implements ListingStore {

    private final ZoneId zone;
    private final Map<Long, Proceeding> proceedings = new HashMap<>();
    private final Map<Long, List<Long>> ofOrganisation = new HashMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private final SortedSet<Long> entries = new TreeSet<>();

    public InMemoryListings(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public synchronized Optional<Proceeding> find(long id) {
        return Optional.ofNullable(proceedings.get(id));
    }

    @Override
    public synchronized Opened open(Opening opening, Step proposal, String key) {
        Long before = byKey.get(key);
        if (before != null) {
            return new Opened.Before(find(before).orElseThrow());
        }
        List<Long> others = ofOrganisation.computeIfAbsent(opening.subject().organisation(), _ -> new ArrayList<>());
        LocalDate day = LocalDate.ofInstant(proposal.at(), zone);
        for (long other : others) {
            Proceeding proceeding = find(other).orElseThrow();
            Stage stage = proceeding.stage(day);
            if (proceeding.list().equals(opening.list()) && (stage.open() || stage.listed())) {
                return new Opened.GoesOn(other);
            }
        }
        long id = proceedings.size() + 1L;
        Proceeding opened =
                new Proceeding(id, opening.list(), opening.subject(), opening.authority(), List.of(proposal));
        proceedings.put(id, opened);
        byKey.put(key, id);
        others.add(id);
        return new Opened.New(opened);
    }

    @Override
    public synchronized boolean append(Proceeding before, Step step, Nature nature) {
        Proceeding stands = find(before.id()).orElseThrow();
        if (step.no() <= stands.steps().size()) {
            return false;
        }
        if (step.no() > stands.steps().size() + 1) {
            throw new IllegalStateException("a step of proceeding " + before.id() + " is skipped");
        }
        Proceeding after = stands.with(step);
        if (step.act() instanceof Act.Serve) {
            if (Chain.of(nature, after).isEmpty()) {
                throw new IncompleteChain(before.id());
            }
            entries.add(before.id());
        }
        proceedings.put(before.id(), after);
        return true;
    }

    @Override
    public synchronized List<Long> entries() {
        return List.copyOf(entries);
    }
}
