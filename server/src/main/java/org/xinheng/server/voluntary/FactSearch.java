package org.xinheng.server.voluntary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.xinheng.server.database.Dictionary;
import org.xinheng.server.voluntary.VoluntaryFact.Stage;

/** Looks through facts, puts them in order and cuts a page out of them, all in the database. Who may see which is a matter of the caller. */
public final class FactSearch {

    private final JdbcClient sql;

    public FactSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** What stands in a fact as a key; the names behind the keys are known elsewhere. */
    public enum Key {
        KIND("f.kind"),
        /** Id of the organisation. */
        PARTY("f.organisation_id::text"),
        /** Id of the body that decided, or is to; empty for the lead authority. */
        BODY("""
                CASE WHEN d.fact_id IS NOT NULL THEN coalesce(d.body, '')
                     ELSE coalesce((SELECT v.body FROM unnest(:verified::text[], :verifiers::text[]) v (kind, body)
                                     WHERE v.kind = f.kind), '') END"""),
        /** As {@link VoluntaryFact#stage} has it. */
        STAGE("""
                CASE WHEN w.fact_id IS NOT NULL THEN 'WITHDRAWN'
                     WHEN d.fact_id IS NULL THEN 'DECLARED'
                     WHEN d.verified THEN 'VERIFIED'
                     ELSE 'REFUSED' END""");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }
    }

    /**
     * Which facts are seen at all.
     *
     * @param organisations only of these entries of the register; null for all
     * @param kinds only of these; null for all
     * @param verifiers id of a kind → id of the body that verifies it; a kind that is not in it is verified by the lead authority
     */
    public record Scope(
            @Nullable Collection<Long> organisations,
            @Nullable Collection<String> kinds,
            Map<String, String> verifiers) {
        public Scope {
            verifiers = Map.copyOf(verifiers);
        }
    }

    /**
     * What is looked for among them.
     *
     * @param stage null for all
     * @param text stands in the title, in whatever case, or in a name; null for all
     * @param named keys of those names in which it stands
     */
    public record Wanted(@Nullable Stage stage, @Nullable String text, Map<Key, List<String>> named) {

        public static final Wanted ALL = new Wanted(null, null, Map.of());

        public Wanted {
            named = Map.copyOf(named);
        }
    }

    /** In which order facts come; what is equal comes as it was filed. */
    public sealed interface Order {
        boolean falling();

        /** @param places of the keys in the order of their names; keys of the same name share one */
        record ByKey(Key key, Map<String, Integer> places, boolean falling) implements Order {
            public ByKey {
                places = Map.copyOf(places);
            }
        }

        record ByTitle(boolean falling) implements Order {}

        /** Those without a last day after all others. */
        record ByLastDay(boolean falling) implements Order {}

        record ByFiling(boolean falling) implements Order {}
    }

    /** Keys that facts of a scope have among what is looked for, each once. */
    public List<String> keys(Key key, Scope scope, Wanted wanted) {
        String query = "SELECT DISTINCT " + key.expression + VoluntaryFacts.FROM + where(scope) + and(wanted);
        return looked(scoped(sql.sql(query), scope), wanted).query(String.class).list();
    }

    public long count(Scope scope, Wanted wanted) {
        String query = "SELECT count(*)" + VoluntaryFacts.FROM + where(scope) + and(wanted);
        return looked(scoped(sql.sql(query), scope), wanted).query(Long.class).single();
    }

    /** @param offset so many come before */
    public List<VoluntaryFact> page(Scope scope, Wanted wanted, Order order, long offset, int limit) {
        String turned = order.falling() ? " DESC" : "";
        String query = VoluntaryFacts.COLUMNS + VoluntaryFacts.FROM + ranked(order) + where(scope) + and(wanted)
                + " ORDER BY " + leading(order) + turned + ", f.id" + turned + " LIMIT :limit OFFSET :offset";
        StatementSpec statement = sql.sql(query).param("limit", limit).param("offset", offset);
        if (order instanceof Order.ByKey by) {
            List<Map.Entry<String, Integer>> places = List.copyOf(by.places().entrySet());
            statement = statement
                    .param("keys", places.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param("places", places.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
        }
        return looked(scoped(statement, scope), wanted)
                .query((row, _) -> VoluntaryFacts.fact(row))
                .list();
    }

    private static String ranked(Order order) {
        return order instanceof Order.ByKey by
                ? " LEFT JOIN unnest(:keys::text[], :places::int[]) r (key, place) ON r.key = " + by.key().expression
                : "";
    }

    private static String leading(Order order) {
        return switch (order) {
            case Order.ByKey _ -> "r.place";
            case Order.ByTitle _ -> "f.title" + Dictionary.COLLATE;
            case Order.ByLastDay _ -> "coalesce(f.valid_to, 'infinity')";
            case Order.ByFiling _ -> "f.id";
        };
    }

    private static String where(Scope scope) {
        return " WHERE true"
                + (scope.organisations() == null ? "" : " AND f.organisation_id = ANY (:organisations)")
                + (scope.kinds() == null ? "" : " AND f.kind = ANY (:kinds)");
    }

    private static StatementSpec scoped(StatementSpec statement, Scope scope) {
        List<Map.Entry<String, String>> verifiers =
                List.copyOf(scope.verifiers().entrySet());
        StatementSpec scoped = statement
                .param("verified", verifiers.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("verifiers", verifiers.stream().map(Map.Entry::getValue).toArray(String[]::new));
        if (scope.organisations() != null) {
            scoped = scoped.param("organisations", scope.organisations().toArray(Long[]::new));
        }
        if (scope.kinds() != null) {
            scoped = scoped.param("kinds", scope.kinds().toArray(String[]::new));
        }
        return scoped;
    }

    private static String and(Wanted wanted) {
        StringBuilder and = new StringBuilder();
        if (wanted.stage() != null) {
            and.append(" AND ").append(Key.STAGE.expression).append(" = :stage");
        }
        if (wanted.text() != null) {
            and.append(" AND (position(lower(:text" + Dictionary.COLLATE + ") IN lower(f.title" + Dictionary.COLLATE
                    + ")) > 0");
            wanted.named()
                    .keySet()
                    .forEach(key -> and.append(" OR ")
                            .append(key.expression)
                            .append(" = ANY (:")
                            .append(key.name())
                            .append(")"));
            and.append(")");
        }
        return and.toString();
    }

    private static StatementSpec looked(StatementSpec statement, Wanted wanted) {
        StatementSpec looked = statement;
        if (wanted.stage() != null) {
            looked = looked.param("stage", wanted.stage().name());
        }
        if (wanted.text() != null) {
            looked = looked.param("text", wanted.text());
        }
        for (Map.Entry<Key, List<String>> one : wanted.named().entrySet()) {
            looked = looked.param(one.getKey().name(), one.getValue().toArray(String[]::new));
        }
        return looked;
    }
}
