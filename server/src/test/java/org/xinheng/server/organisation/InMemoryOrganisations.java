package org.xinheng.server.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.OrganisationName;

/** A register in memory: nobody in it has an older number, and none was merged. */
public final class InMemoryOrganisations implements Organisations {

    /** One database serves several of these: ids are never used twice. */
    private static final AtomicLong IDS = new AtomicLong(1000);

    private static final int NAME_STEM = 3;

    private final Map<Long, Organisation> all = new ConcurrentSkipListMap<>();

    public void add(Organisation organisation) {
        all.put(organisation.id(), organisation);
    }

    /** Opens an entry of which no more is known. @return its id */
    public long register(String code, String name) {
        long id = IDS.incrementAndGet();
        add(new Organisation(id, code, name, List.of(), "", Organisation.State.UNKNOWN, null, null, List.of(), false));
        return id;
    }

    @Override
    public Optional<Organisation> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<String, Organisation> findByCodes(Set<String> codes) {
        Map<String, Organisation> found = new HashMap<>();
        for (String code : codes) {
            String normalised = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            all.values().stream()
                    .filter(organisation -> normalised.equals(organisation.code()))
                    .forEach(organisation -> found.put(code, organisation));
        }
        return found;
    }

    @Override
    public Optional<Organisation> findByOlderNumber(String number) {
        return Optional.empty();
    }

    @Override
    public long position() {
        return all.size();
    }

    @Override
    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public Set<Long> idsOf(long id) {
        return Set.of(id);
    }

    @Override
    public List<Merged> merged() {
        return List.of();
    }

    @Override
    public Map<Long, OrganisationLabel> labels(Collection<Long> ids) {
        return ids.stream()
                .distinct()
                .map(all::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        Organisation::id,
                        organisation ->
                                new OrganisationLabel(organisation.id(), organisation.code(), organisation.name())));
    }

    @Override
    public List<OrganisationHit> search(String text, int limit) {
        return all.values().stream()
                .filter(organisation -> organisation.name().contains(text))
                .limit(limit)
                .map(InMemoryOrganisations::hit)
                .toList();
    }

    @Override
    public List<OrganisationHit> candidates(String name, int limit) {
        String stem = name.substring(0, Math.min(NAME_STEM, name.length()));
        return all.values().stream()
                .filter(organisation -> organisation.name().startsWith(stem))
                .limit(limit)
                .map(InMemoryOrganisations::hit)
                .toList();
    }

    private static OrganisationHit hit(Organisation organisation) {
        return new OrganisationHit(
                organisation.id(), organisation.code(), organisation.name(), organisation.name(), false);
    }

    @Override
    public Map<String, Subject> subjects(Collection<String> codes) {
        Set<String> wanted = Set.copyOf(codes);
        Map<String, Subject> found = new TreeMap<>();
        for (Organisation organisation : all.values()) {
            @Nullable String code = organisation.code();
            if (code != null && wanted.contains(code)) {
                found.put(
                        code, new Subject(organisation.id(), code, List.of(OrganisationName.key(organisation.name()))));
            }
        }
        return found;
    }

    @Override
    public synchronized Map<String, Subject> openStubs(Map<String, String> namesByCode, long deliveryId) {
        Set<String> known = subjects(namesByCode.keySet()).keySet();
        namesByCode.forEach((code, name) -> {
            if (!known.contains(code)) {
                register(code, name);
            }
        });
        return subjects(namesByCode.keySet());
    }

    @Override
    public long each(Consumer<Organisation> reader) {
        all.values().forEach(reader);
        return 0;
    }

    @Override
    public long eachChangedSince(long position, Consumer<Organisation> reader) {
        return position;
    }
}
