package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;

/** What the public may see, straight from the archive: there is no copy that could lag behind a withdrawal. */
final class PostgresPublicRecords implements PublicRecords {

    private static final String SHOWN = " v.first_shown <= :day AND (v.last_shown IS NULL OR v.last_shown >= :day)"
            + MarkColumn.NOT_SUSPENDED + " AND ";
    private static final String VISIBLE = SHOWN + VersionRows.CURRENT;

    /**
     * Of each organisation the last activated version of each record, where it is shown. The array stands in a statement of its own:
     * so the plan does not hang on its length, and PostgreSQL keeps it.
     */
    private static final String OF_ORGANISATIONS = "SELECT " + VersionRows.COLUMNS + """
              FROM unnest((SELECT CAST(:organisations AS bigint[]))) AS asked(id)
             CROSS JOIN LATERAL (
                SELECT DISTINCT ON (w.record_id) w.* FROM archive.version w JOIN archive.act b ON b.id = w.delivery_id
                 WHERE w.organisation_id = asked.id ORDER BY w.record_id, w.version_no DESC) v
              JOIN archive.act a ON a.id = v.delivery_id
             WHERE\s""" + SHOWN + VersionRows.NOT_ENDED
            + " ORDER BY v.decided_on DESC, v.record_id";

    private final JdbcClient sql;
    private final VersionRows rows;
    private final Terms terms;
    private final RecordAddresses addresses;
    private final PolicyInForce policy;
    private final Acts acts;
    private final Map<CountKey, Long> counted = new ConcurrentHashMap<>();

    PostgresPublicRecords(JdbcClient sql, VersionRows rows, Stores stores, PolicyInForce policy) {
        this.sql = sql;
        this.rows = rows;
        this.terms = stores.terms();
        this.addresses = stores.addresses();
        this.acts = stores.acts();
        this.policy = policy;
    }

    private final Map<CountKey, Map<String, Long>> countedByAuthority = new ConcurrentHashMap<>();

    private record CountKey(long position, LocalDate day, String type) {}

    @Override
    public long position() {
        return acts.last().value();
    }

    @Override
    public Map<Long, List<RecordVersion>> ofOrganisations(Set<Long> organisations, LocalDate day) {
        return sql
                .sql(OF_ORGANISATIONS)
                .param("organisations", organisations.toArray(Long[]::new))
                .param("day", day)
                .query(rows)
                .list()
                .stream()
                .collect(Collectors.groupingBy(RecordVersion::organisationId));
    }

    @Override
    public Sight find(String address, LocalDate day) {
        var place = addresses.place(address);
        if (place.isEmpty()) {
            return new Sight.Unknown();
        }
        var part = VersionRows.partOf(place.get().organisationId());
        var versions = sql.sql("SELECT " + VersionRows.COLUMNS + part.from()
                        + "WHERE v.organisation_id = :organisation AND v.record_id = :record ORDER BY v.version_no")
                .param("organisation", place.get().organisationId())
                .param("record", place.get().recordId())
                .query(rows)
                .list();
        var wasShown = versions.stream()
                .map(RecordVersion::window)
                .filter(Objects::nonNull)
                .anyMatch(window -> !day.isBefore(window.first()));
        if (!wasShown) {
            return new Sight.Unknown();
        }
        var current = versions.getLast();
        var ended = ended(place.get(), current.version());
        if (ended != null) {
            return ended;
        }
        if (!isVisible(current.window(), day)) {
            return new Sight.Gone(null);
        }
        return current.marks().stream().anyMatch(mark -> mark.suspends(day))
                ? new Sight.Suspended()
                : new Sight.Visible(current);
    }

    private static boolean isVisible(@Nullable DateWindow window, LocalDate day) {
        return window != null && window.covers(day);
    }

    private Sight.@Nullable Gone ended(RecordAddresses.Place place, int version) {
        return sql.sql("""
                        SELECT kind, statement FROM archive.standing_ending
                        WHERE organisation_id = :organisation AND record_id = :record AND last_version >= :version
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("version", version)
                .query((row, _) ->
                        new Sight.Gone(row.getInt(1) == Ending.WITHDRAWN.ordinal() ? row.getString(2) : null))
                .optional()
                .orElse(null);
    }

    @Override
    public Page list(Filter filter, @Nullable String after, int size, LocalDate day) {
        var conditions = new StringBuilder("v.type = :type");
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("type", rows.numberOf(filter.type()));
        parameters.put("day", day);
        if (!narrowByAuthority(filter, conditions, parameters)) {
            return new Page(List.of(), null);
        }
        if (filter.decidedFrom() != null) {
            conditions.append(" AND v.decided_on >= :from");
            parameters.put("from", filter.decidedFrom());
        }
        if (filter.decidedTo() != null) {
            conditions.append(" AND v.decided_on <= :to");
            parameters.put("to", filter.decidedTo());
        }
        var key = after == null ? null : ListKey.parse(after, addresses).orElse(null);
        if (key != null) {
            key.put(parameters);
            conditions.append(ListKey.BEYOND);
        }
        parameters.put("size", size + 1);
        var found = sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM + "WHERE " + conditions + " AND"
                        + VISIBLE + ListKey.ORDER + "LIMIT :size")
                .params(parameters)
                .query(rows)
                .list();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(List.copyOf(found.subList(0, size)), ListKey.of(found.get(size - 1)));
    }

    /** @return false when no record can match */
    private boolean narrowByAuthority(
            Filter filter, StringBuilder conditions, Map<String, @Nullable Object> parameters) {
        String division = filter.division();
        if (filter.authorityCode() == null && division == null) {
            return true;
        }
        var codes = new ArrayList<String>();
        if (division == null) {
            codes.add(Objects.requireNonNull(filter.authorityCode()));
        } else {
            policy.policy().authorities().stream()
                    .filter(authority -> authority.isWithin(division))
                    .map(Authority::code)
                    .filter(code -> filter.authorityCode() == null || code.equals(filter.authorityCode()))
                    .forEach(codes::add);
        }
        var numbers = codes.stream().map(terms::find).filter(Objects::nonNull).toArray(Integer[]::new);
        conditions.append(" AND v.authority = ANY (:authorities)");
        parameters.put("authorities", numbers);
        return numbers.length > 0;
    }

    @Override
    public List<Long> counts(List<String> types, LocalDate day) {
        var position = acts.last().value();
        counted.keySet()
                .removeIf(key -> key.position() != position || !key.day().equals(day));
        return types.stream()
                .map(type -> counted.computeIfAbsent(new CountKey(position, day, type), this::count))
                .toList();
    }

    @Override
    public Map<String, Long> countsByAuthority(String type, LocalDate day) {
        var position = acts.last().value();
        countedByAuthority
                .keySet()
                .removeIf(key -> key.position() != position || !key.day().equals(day));
        return countedByAuthority.computeIfAbsent(new CountKey(position, day, type), this::countByAuthority);
    }

    private Map<String, Long> countByAuthority(CountKey key) {
        var counts = new HashMap<String, Long>();
        sql.sql("SELECT v.authority, count(*)" + VersionRows.FROM + "WHERE v.type = :type AND" + VISIBLE
                        + " GROUP BY v.authority")
                .param("type", rows.numberOf(key.type()))
                .param("day", key.day())
                .query(row -> {
                    counts.put(terms.text(row.getInt(1)), row.getLong(2));
                });
        return Map.copyOf(counts);
    }

    private long count(CountKey key) {
        return sql.sql("SELECT count(*)" + VersionRows.FROM + "WHERE v.type = :type AND" + VISIBLE)
                .param("type", rows.numberOf(key.type()))
                .param("day", key.day())
                .query(Long.class)
                .single();
    }
}
