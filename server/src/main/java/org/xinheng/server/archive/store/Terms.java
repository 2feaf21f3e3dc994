package org.xinheng.server.archive.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Words that repeat in every version, kept once and named by number. Numbers are given in a transaction of their own, so
 * that what is remembered here is committed.
 */
final class Terms {

    /** A delivery with a new authority in every row must not fill the memory. */
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcClient sql;
    private final TransactionTemplate own;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    Terms(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The number of every text, given now where there was none. */
    Map<String, Integer> numbers(Collection<String> wanted) {
        var unknown = wanted.stream().filter(text -> !numbers.containsKey(text)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            learn(unknown);
        }
        return wanted.stream().distinct().collect(Collectors.toMap(text -> text, this::number));
    }

    int number(String text) {
        var known = numbers.get(text);
        if (known != null) {
            return known;
        }
        learn(java.util.Set.of(text));
        var learned = numbers.get(text);
        if (learned == null) {
            throw new IllegalStateException("a term was written and cannot be read");
        }
        return learned;
    }

    /** The number when there is one: nothing that is looked for gets a number by being looked for. */
    @Nullable
    Integer find(String text) {
        var known = numbers.get(text);
        if (known == null) {
            read("SELECT id, text FROM archive.term WHERE text = :text", Map.of("text", text));
            known = numbers.get(text);
        }
        return known;
    }

    String text(int number) {
        var known = texts.get(number);
        if (known == null) {
            read("SELECT id, text FROM archive.term WHERE id = :id", Map.of("id", number));
            known = texts.get(number);
        }
        if (known == null) {
            throw new IllegalStateException("no term " + number);
        }
        return known;
    }

    private void learn(Collection<String> unknown) {
        if (numbers.size() + unknown.size() > MOST_REMEMBERED) {
            numbers.clear();
            texts.clear();
        }
        var array = unknown.toArray(String[]::new);
        own.executeWithoutResult(_ -> {
            sql.sql(
                            "INSERT INTO archive.term (text) SELECT t FROM unnest(:texts::text[]) t ORDER BY t ON CONFLICT DO NOTHING")
                    .param("texts", array)
                    .update();
        });
        read("SELECT id, text FROM archive.term WHERE text = ANY (:texts::text[])", Map.of("texts", array));
    }

    private void read(String query, Map<String, ?> parameters) {
        sql.sql(query)
                .params(parameters)
                .query((row, _) -> remember(row.getInt(1), row.getString(2)))
                .list();
    }

    private String remember(int number, String text) {
        numbers.put(text, number);
        texts.put(number, text);
        return text;
    }
}
