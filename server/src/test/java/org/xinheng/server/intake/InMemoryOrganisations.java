package org.xinheng.server.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;

/** A register that holds no more than what the intake asks of it: codes and the names first heard. */
final class InMemoryOrganisations implements Organisations {

    /** One database serves several of these: ids are never used twice. */
    private static final AtomicLong IDS = new AtomicLong(1000);

    private final Map<String, Subject> byCode = new ConcurrentHashMap<>();
    private final Map<Long, OrganisationLabel> labels = new ConcurrentHashMap<>();

    long register(String code, String name) {
        var id = IDS.incrementAndGet();
        byCode.put(code, new Subject(id, code, List.of(OrganisationName.key(name))));
        labels.put(id, new OrganisationLabel(id, code, name));
        return id;
    }

    @Override
    public Map<String, Subject> subjects(Collection<String> codes) {
        var found = new TreeMap<String, Subject>();
        for (var code : codes) {
            var subject = byCode.get(code);
            if (subject != null) {
                found.put(code, subject);
            }
        }
        return found;
    }

    @Override
    public synchronized Map<String, Subject> openStubs(Map<String, String> namesByCode, long deliveryId) {
        namesByCode.forEach((code, name) -> {
            if (!byCode.containsKey(code)) {
                register(code, name);
            }
        });
        return subjects(namesByCode.keySet());
    }

    @Override
    public Map<Long, OrganisationLabel> labels(Collection<Long> wanted) {
        return wanted.stream().filter(labels::containsKey).distinct().collect(Collectors.toMap(id -> id, labels::get));
    }

    @Override
    public List<OrganisationHit> candidates(String name, int limit) {
        var start = name.substring(0, Math.min(3, name.length()));
        return labels.values().stream()
                .filter(label -> label.name().startsWith(start))
                .limit(limit)
                .map(label -> new OrganisationHit(label.id(), label.code(), label.name(), label.name(), false))
                .toList();
    }

    @Override
    public Optional<Organisation> find(long id) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Optional<Organisation> findByCode(String code) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Optional<Organisation> findByOlderNumber(String number) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public long position() {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Set<Long> idsOf(long id) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public List<Merged> merged() {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public List<OrganisationHit> search(String text, int limit) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public long each(Consumer<Organisation> reader) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public long eachChangedSince(long position, Consumer<Organisation> reader) {
        throw new AssertionError("nobody asks for this here");
    }
}
