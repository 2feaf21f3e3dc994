package org.xinheng.server.publicity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;

/** A register in a list, for pages: it is read, never written. */
public final class InMemoryOrganisations implements Organisations {

    private final List<Organisation> all = new ArrayList<>();

    public void add(Organisation organisation) {
        all.add(organisation);
    }

    @Override
    public Optional<Organisation> find(long id) {
        return all.stream().filter(organisation -> organisation.id() == id).findFirst();
    }

    @Override
    public Optional<Organisation> findByCode(String code) {
        String normalised = code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return all.stream()
                .filter(organisation -> normalised.equals(organisation.code()))
                .findFirst();
    }

    @Override
    public Optional<Organisation> findByOlderNumber(String number) {
        return Optional.empty();
    }

    @Override
    public long position() {
        return 0;
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
        return all.stream()
                .filter(organisation -> ids.contains(organisation.id()))
                .collect(Collectors.toMap(
                        Organisation::id,
                        organisation ->
                                new OrganisationLabel(organisation.id(), organisation.code(), organisation.name())));
    }

    @Override
    public List<OrganisationHit> search(String text, int limit) {
        return all.stream()
                .filter(organisation -> organisation.name().contains(text))
                .limit(limit)
                .map(organisation -> new OrganisationHit(
                        organisation.id(), organisation.code(), organisation.name(), organisation.name(), false))
                .toList();
    }

    @Override
    public Map<String, Subject> subjects(Collection<String> codes) {
        throw new AssertionError("pages read only");
    }

    @Override
    public Map<String, Subject> openStubs(Map<String, String> namesByCode, long deliveryId) {
        throw new AssertionError("pages read only");
    }

    @Override
    public List<OrganisationHit> candidates(String name, int limit) {
        return search(name, limit);
    }

    @Override
    public long each(Consumer<Organisation> reader) {
        all.forEach(reader);
        return 0;
    }

    @Override
    public long eachChangedSince(long position, Consumer<Organisation> reader) {
        return position;
    }
}
