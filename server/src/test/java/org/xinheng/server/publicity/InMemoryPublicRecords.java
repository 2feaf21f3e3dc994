package org.xinheng.server.publicity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;

/** Public records in a list; the page key is the number of records already given. */
public final class InMemoryPublicRecords implements PublicRecords {

    private final List<RecordVersion> versions = new ArrayList<>();
    private final Map<String, String> withdrawn = new HashMap<>();
    private @Nullable RuntimeException fault;
    private long position;

    public void add(RecordVersion version) {
        position++;
        versions.add(version);
    }

    public void withdraw(String address, String statement) {
        position++;
        withdrawn.put(address, statement);
    }

    public void reinstate(String address) {
        position++;
        withdrawn.remove(address);
    }

    /** From now on every question ends like this; null mends it. */
    public void failWith(@Nullable RuntimeException fault) {
        this.fault = fault;
    }

    @Override
    public long position() {
        if (fault != null) {
            throw fault;
        }
        return position;
    }

    @Override
    public Map<Long, List<RecordVersion>> ofOrganisations(Set<Long> organisations, LocalDate day) {
        return visible(day).stream()
                .filter(version -> organisations.contains(version.organisationId()))
                .collect(Collectors.groupingBy(RecordVersion::organisationId));
    }

    @Override
    public Sight find(String address, LocalDate day) {
        if (withdrawn.containsKey(address)) {
            return new Sight.Gone(withdrawn.get(address));
        }
        for (RecordVersion version : versions) {
            if (version.address().equals(address)) {
                return shown(version, day) ? new Sight.Visible(version) : new Sight.Gone(null);
            }
        }
        return new Sight.Unknown();
    }

    @Override
    public Page list(Filter filter, @Nullable String after, int size, LocalDate day) {
        List<RecordVersion> all = visible(day).stream()
                .filter(version -> version.type().equals(filter.type()))
                .filter(version ->
                        filter.authorityCode() == null || filter.authorityCode().equals(version.authorityCode()))
                .filter(version ->
                        filter.decidedFrom() == null || !version.decidedOn().isBefore(filter.decidedFrom()))
                .filter(version ->
                        filter.decidedTo() == null || !version.decidedOn().isAfter(filter.decidedTo()))
                .sorted(Comparator.comparing(RecordVersion::decidedOn).reversed())
                .toList();
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + size);
        return new Page(all.subList(Math.min(from, to), to), to < all.size() ? String.valueOf(to) : null);
    }

    @Override
    public List<Long> counts(List<String> types, LocalDate day) {
        return types.stream()
                .map(type -> visible(day).stream()
                        .filter(version -> version.type().equals(type))
                        .count())
                .toList();
    }

    @Override
    public Map<String, Long> countsByAuthority(String type, LocalDate day) {
        return visible(day).stream()
                .filter(version -> version.type().equals(type))
                .collect(Collectors.groupingBy(RecordVersion::authorityCode, Collectors.counting()));
    }

    private List<RecordVersion> visible(LocalDate day) {
        if (fault != null) {
            throw fault;
        }
        return versions.stream()
                .filter(version -> !withdrawn.containsKey(version.address()))
                .filter(version -> shown(version, day))
                .toList();
    }

    private static boolean shown(RecordVersion version, LocalDate day) {
        return version.window() != null && version.window().covers(day);
    }
}
