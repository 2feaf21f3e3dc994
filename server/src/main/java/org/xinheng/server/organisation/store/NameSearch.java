package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.Collection;
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
 * Search by code and name, in steps of falling rank, each ended by its own limit: code, whole name, beginning of a name,
 * part of a name. Names only, of organisations only: nothing about a person is in any of these indexes.
 *
 * <p>Parts that many names share are looked for among a handful of names first, and their long lists in the index never have
 * to be read. The rest goes through the index of 1- and 2-grams.
 */
@Component
final class NameSearch {

    private static final int MOST_HITS = 100;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_RANKED = 200;
    private static final int A_HANDFUL = 6000;
    private static final int TIMEOUT_SECONDS = 2;
    private static final String LAST_CHARACTER = "\uDBFF\uDFFF";

    private static final String BY_CODE = """
            SELECT o.id, n.name FROM organisation.organisation o
              JOIN organisation.name n ON n.organisation_id = o.id AND n.until IS NULL
             WHERE o.code = ?
            UNION ALL
            SELECT c.organisation_id, n.name FROM organisation.older_code c
              JOIN organisation.name n ON n.organisation_id = c.organisation_id AND n.until IS NULL
             WHERE c.code = ?
             LIMIT ?
            """;
    private static final String WHOLE = """
            SELECT organisation_id, name FROM organisation.name
             WHERE name_key = ? AND (until IS NULL OR NOT heard)
             ORDER BY until DESC NULLS FIRST, organisation_id LIMIT ?
            """;
    private static final String BEGINNING = """
            SELECT organisation_id, name FROM organisation.name
             WHERE name_key > ? AND name_key < ? AND (until IS NULL OR NOT heard)
             ORDER BY name_key LIMIT ?
            """;
    private static final String AMONG_A_HANDFUL = """
            SELECT organisation_id, name FROM
                   (SELECT organisation_id, name, name_key, heard, until FROM organisation.name LIMIT ?) n
             WHERE name_key LIKE ALL (?) AND (until IS NULL OR NOT heard) LIMIT ?
            """;
    private static final String BY_GRAMS = "SELECT organisation_id, name FROM organisation.names_containing(?, ?, ?)";

    private static final RowMapper<Found> FOUND = (row, number) -> new Found(row.getLong(1), row.getString(2));

    private final JdbcClient sql;
    private final HitLabels labels;
    private final CommonGrams commonGrams;

    NameSearch(DataSource dataSource, HitLabels labels, CommonGrams commonGrams) {
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(TIMEOUT_SECONDS);
        this.sql = JdbcClient.create(jdbc);
        this.labels = labels;
        this.commonGrams = commonGrams;
    }

    /** @param code the text read as a code, in its one written form */
    List<OrganisationHit> search(String text, String code, int limit) {
        int most = Math.clamp(limit, 1, MOST_HITS);
        var hits = new LinkedHashMap<Long, Found>();
        String typed = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<String> words = NameKeys.words(typed, MOST_WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        String whole = String.join("", words);
        if (code.length() <= LONGEST_TEXT) {
            put(hits, sql.sql(BY_CODE).params(code, code, most).query(FOUND).list());
        }
        put(hits, sql.sql(WHOLE).params(whole, most).query(FOUND).list());
        Set<Long> exact = Set.copyOf(hits.keySet());
        if (hits.size() < most) {
            put(hits, beginning(whole, most));
        }
        if (hits.size() < most) {
            put(hits, parts(words, most + hits.size()));
        }
        return labels.label(hits.values(), exact, most);
    }

    private List<Found> beginning(String key, int most) {
        return sql.sql(BEGINNING)
                .params(key, key + LAST_CHARACTER, most)
                .query(FOUND)
                .list();
    }

    private List<Found> parts(List<String> words, int most) {
        String[] patterns = words.stream().map(NameKeys::containing).toArray(String[]::new);
        var rarity = commonGrams.rarity(words);
        List<Found> found = List.of();
        if (rarity.isLikelyAmong(A_HANDFUL, most)) {
            found = sql.sql(AMONG_A_HANDFUL)
                    .params(A_HANDFUL, patterns, most)
                    .query(FOUND)
                    .list();
        }
        if (found.size() < most) {
            found = sql.sql(BY_GRAMS)
                    .params(rarity.grams().toArray(String[]::new), patterns, Math.max(most, MOST_RANKED))
                    .query(FOUND)
                    .list();
        }
        return ranked(found, words.getFirst());
    }

    /** Earlier in the name first, then the shorter name: it says more about what was typed. */
    private static List<Found> ranked(List<Found> found, String word) {
        List<Found> ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparingInt((Found f) -> f.key().indexOf(word))
                .thenComparingInt(f -> f.name().length())
                .thenComparing(Found::name)
                .thenComparingLong(Found::id));
        return ranked;
    }

    private static void put(Map<Long, Found> hits, Collection<Found> found) {
        found.forEach(one -> hits.putIfAbsent(one.id(), one));
    }
}
