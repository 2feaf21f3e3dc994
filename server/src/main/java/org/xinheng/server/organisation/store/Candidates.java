package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.Organisations.OrganisationHit;

/**
 * Organisations whose names are like a given one, for a human to choose from: the same key, names next to it in the
 * order of keys, names that differ in one character, long names of a short form. Links nothing.
 */
@Component
final class Candidates {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int SHORT_FORM = 8;
    private static final int NEIGHBOURS = 10;
    private static final int MOST_PER_PROBE = 50;
    private static final int TIMEOUT_SECONDS = 5;
    /** Share of common 2-grams below which two names are not alike to a reader. */
    private static final double LEAST_LIKENESS = 0.4;

    private static final String NEXT_IN_ORDER = """
            (SELECT organisation_id, name FROM organisation.name WHERE name_key >= ? ORDER BY name_key LIMIT ?)
            UNION ALL
            (SELECT organisation_id, name FROM organisation.name WHERE name_key < ? ORDER BY name_key DESC LIMIT ?)
            """;
    private static final String BY_GRAMS = "SELECT organisation_id, name FROM organisation.names_containing(?, ?, ?)";

    private static final RowMapper<Found> FOUND = (row, number) -> new Found(row.getLong(1), row.getString(2));

    private final JdbcClient sql;
    private final HitLabels labels;

    Candidates(DataSource dataSource, HitLabels labels) {
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(TIMEOUT_SECONDS);
        this.sql = JdbcClient.create(jdbc);
        this.labels = labels;
    }

    List<OrganisationHit> find(String name, int limit) {
        String key = String.join("", NameKeys.words(name, LONGEST_NAME));
        int length = key.codePointCount(0, key.length());
        if (length < 2 || length > LONGEST_NAME) {
            return List.of();
        }
        Map<Long, Scored> best = new LinkedHashMap<>();
        score(best, key, neighbours(key));
        for (List<String> parts : partsToFind(key, length)) {
            score(best, key, containing(parts));
        }
        List<Scored> ranked = new ArrayList<>(best.values());
        ranked.sort(Comparator.comparingDouble(Scored::likeness)
                .reversed()
                .thenComparing(s -> s.found().name()));
        List<Found> found = ranked.stream().map(Scored::found).toList();
        Set<Long> exact = Set.copyOf(found.stream()
                .filter(one -> one.key().equals(key))
                .map(Found::id)
                .toList());
        return labels.label(found, exact, Math.clamp(limit, 1, MOST));
    }

    /** Each list: parts that a name must contain in this order. */
    private static List<List<String>> partsToFind(String key, int length) {
        List<List<String>> probes = new ArrayList<>();
        probes.add(List.of(key));
        for (int hole = 1; hole < length - 1 && length > 3; hole++) {
            probes.add(List.of(
                    key.substring(0, key.offsetByCodePoints(0, hole)),
                    key.substring(key.offsetByCodePoints(0, hole + 1))));
        }
        for (int cut = 2; cut <= length - 2 && length <= SHORT_FORM; cut++) {
            int at = key.offsetByCodePoints(0, cut);
            probes.add(List.of(key.substring(0, at), key.substring(at)));
        }
        return probes;
    }

    private List<Found> neighbours(String key) {
        return sql.sql(NEXT_IN_ORDER)
                .params(key, NEIGHBOURS, key, NEIGHBOURS)
                .query(FOUND)
                .list();
    }

    private List<Found> containing(List<String> parts) {
        String[] grams = parts.stream()
                .flatMap(part -> NameKeys.gramsNeeded(part).stream())
                .distinct()
                .toArray(String[]::new);
        String pattern =
                "%" + String.join("%", parts.stream().map(NameKeys::escaped).toList()) + "%";
        return sql.sql(BY_GRAMS)
                .params(grams, new String[] {pattern}, MOST_PER_PROBE)
                .query(FOUND)
                .list();
    }

    private static void score(Map<Long, Scored> best, String key, List<Found> found) {
        for (Found one : found) {
            double likeness = likeness(key, one.key());
            if (likeness >= LEAST_LIKENESS) {
                best.merge(one.id(), new Scored(one, likeness), (a, b) -> a.likeness() >= b.likeness() ? a : b);
            }
        }
    }

    /** Share of 2-grams in common; a short form counts by the share of its own characters that the long name has. */
    private static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        Set<String> grams = NameKeys.gramsNeeded(a);
        Set<String> others = NameKeys.gramsNeeded(b);
        long common = grams.stream().filter(others::contains).count();
        double dice = 2.0 * common / (grams.size() + others.size());
        boolean shortForm = a.length() <= SHORT_FORM && common >= grams.size() - 1;
        return shortForm ? Math.max(dice, LEAST_LIKENESS) : dice;
    }

    private record Scored(Found found, double likeness) {}
}
