package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.HeldRecords;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;

/**
 * The held ones have an index of their own. Those to be confirmed are read off the lists of the portal, newest first: where
 * a pack lacks a threshold they are many, and a page is full soon.
 */
final class PostgresHeldRecords implements HeldRecords {

    private static final String HELD = "v.gate = " + Gate.HELD.ordinal();
    private static final String UNCONFIRMED = """
            v.to_be_confirmed AND v.type = ANY (:types) AND v.first_shown IS NOT NULL
             AND (v.last_shown IS NULL OR v.last_shown >= :day)
            """;

    private final JdbcClient sql;
    private final VersionRows rows;
    private final Stores stores;
    private final PolicyInForce inForce;

    PostgresHeldRecords(JdbcClient sql, VersionRows rows, Stores stores, PolicyInForce inForce) {
        this.sql = sql;
        this.rows = rows;
        this.stores = stores;
        this.inForce = inForce;
    }

    @Override
    public Page list(Kind kind, SourceScope scope, LocalDate day, @Nullable String after, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", size + 1);
        var condition = condition(kind, scope, day, parameters);
        var key =
                after == null ? null : ListKey.parse(after, stores.addresses()).orElse(null);
        if (key != null) {
            key.put(parameters);
            condition += ListKey.BEYOND;
        }
        var found = sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM + "WHERE " + condition + " AND"
                        + VersionRows.CURRENT + ListKey.ORDER + "LIMIT :size")
                .params(parameters)
                .query(rows)
                .list();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), ListKey.of(found.get(size - 1)));
    }

    @Override
    public List<RecordVersion> ending(SourceScope scope, LocalDate from, LocalDate until, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("until", until);
        parameters.put("size", most);
        String own = "";
        if (!scope.all()) {
            parameters.put("own", numbers(scope));
            own = " AND v.source = ANY (:own)";
        }
        return sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM
                        + "WHERE v.first_shown <= :until AND v.last_shown BETWEEN :from AND :until" + own + " AND"
                        + VersionRows.CURRENT + " ORDER BY v.last_shown, v.organisation_id, v.record_id LIMIT :size")
                .params(parameters)
                .query(rows)
                .list();
    }

    @Override
    public long held(SourceScope scope) {
        Map<String, Object> parameters = new HashMap<>();
        var condition = condition(Kind.HELD, scope, LocalDate.EPOCH, parameters);
        return sql.sql("SELECT count(*)" + VersionRows.FROM + "WHERE " + condition + " AND" + VersionRows.CURRENT)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private String condition(Kind kind, SourceScope scope, LocalDate day, Map<String, Object> parameters) {
        if (!scope.all()) {
            parameters.put("own", numbers(scope));
        }
        return switch (kind) {
            case HELD -> HELD + (scope.all() ? "" : " AND v.source = ANY (:own)");
            case UNCONFIRMED -> {
                parameters.put("types", adverseTypes());
                parameters.put("day", day);
                // It is the deciding authority that has to confirm.
                yield UNCONFIRMED + (scope.all() ? "" : " AND v.authority = ANY (:own)");
            }
        };
    }

    private Integer[] numbers(SourceScope scope) {
        return scope.codes().stream()
                .map(stores.terms()::find)
                .filter(Objects::nonNull)
                .toArray(Integer[]::new);
    }

    private Integer[] adverseTypes() {
        List<RecordType> types = List.copyOf(inForce.policy().recordTypes().values());
        return types.stream()
                .filter(type -> type.nature() == RecordType.Nature.ADVERSE)
                .map(RecordType::number)
                .toArray(Integer[]::new);
    }
}
