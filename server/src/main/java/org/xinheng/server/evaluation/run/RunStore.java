package org.xinheng.server.evaluation.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.server.database.BinaryCopy;
import org.xinheng.server.evaluation.Evaluations.Count;
import org.xinheng.server.evaluation.Evaluations.Counts;
import org.xinheng.server.evaluation.Evaluations.Positions;
import org.xinheng.server.evaluation.Evaluations.Run;
import org.xinheng.server.evaluation.Evaluations.Stored;

/** Runs and results; only ever appended to, but for results whose time is over. */
final class RunStore {

    private static final String RUN = """
            SELECT r.id, r.model, r.model_hash, r.pack, r.day, r.parts,
                   coalesce(min(p.position), 0), coalesce(max(p.position), 0), count(p.part),
                   coalesce(sum(p.organisations), 0), coalesce(sum(p.records), 0)
              FROM evaluation.run r LEFT JOIN evaluation.part p ON p.run_id = r.id
            """;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RunStore(DataSource source, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(source);
        sql = JdbcClient.create(jdbc);
        transaction = new TransactionTemplate(transactions);
    }

    /** What a run is about. */
    record Subject(String model, String modelHash, String pack, LocalDate day) {}

    /** A run and what it may know, the same for all its parts. */
    record Opened(long id, Knowledge knowledge, Instant startedAt) {}

    /**
     * @param grade null when not rated; then why
     * @param explanation as {@link Packed} writes it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(
            long organisationId,
            @Nullable String grade,
            @Nullable Integer points,
            @Nullable String why,
            byte[] explanation) {

        static Result of(long organisation, Evaluation result, byte[] explanation) {
            return switch (result) {
                case Evaluation.Rated rated ->
                    new Result(organisation, rated.grade().id(), rated.points(), null, explanation);
                case Evaluation.NotRated not ->
                    new Result(organisation, null, null, not.why().name(), explanation);
            };
        }
    }

    /** @param position of the archive at which the part was read */
    record Part(int number, long position, int records, List<Result> results) {}

    Opened open(Subject subject, Knowledge knowledge, int parts, String actor, Instant at) {
        long id = sql.sql("""
                        INSERT INTO evaluation.run (model, model_hash, pack, day, parts, actor, started_at, known_at, register_at)
                        VALUES (:model, :hash, :pack, :day, :parts, :actor, :at, :known, :register) RETURNING id
                        """)
                .param("model", subject.model())
                .param("hash", subject.modelHash())
                .param("pack", subject.pack())
                .param("day", subject.day())
                .param("parts", parts)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("known", knowledge.archive())
                .param("register", knowledge.register())
                .query(Long.class)
                .single();
        return new Opened(id, knowledge, at);
    }

    /** The newest run of the same kind that was broken off; it goes on by what it knew. */
    Optional<Opened> unfinished(Subject subject) {
        return sql.sql("""
                        SELECT r.id, r.known_at, r.register_at, r.started_at FROM evaluation.run r
                         WHERE r.model_hash = :hash AND r.pack = :pack AND r.day = :day AND r.known_at IS NOT NULL
                           AND r.parts > (SELECT count(*) FROM evaluation.part p WHERE p.run_id = r.id)
                         ORDER BY r.id DESC LIMIT 1
                        """)
                .param("hash", subject.modelHash())
                .param("pack", subject.pack())
                .param("day", subject.day())
                .query((row, _) -> new Opened(
                        row.getLong(1),
                        new Knowledge(row.getLong(2), row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean finished(Subject subject) {
        return sql.sql("""
                        SELECT EXISTS (
                            SELECT FROM evaluation.run r
                             WHERE r.model_hash = :hash AND r.pack = :pack AND r.day = :day
                               AND r.parts = (SELECT count(*) FROM evaluation.part p WHERE p.run_id = r.id))
                        """)
                .param("hash", subject.modelHash())
                .param("pack", subject.pack())
                .param("day", subject.day())
                .query(Boolean.class)
                .single();
    }

    List<Integer> partsDone(long run) {
        return sql.sql("SELECT part FROM evaluation.part WHERE run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .list();
    }

    /** Organisations that have a result in a run. */
    void eachDone(long run, LongConsumer reader) {
        sql.sql("SELECT organisation_id FROM evaluation.result WHERE run_id = :run")
                .param("run", run)
                .query(row -> {
                    reader.accept(row.getLong(1));
                });
    }

    /** A part with all its results, or nothing of it. */
    void close(long run, Part part) {
        transaction.executeWithoutResult(_ -> {
            jdbc.execute((ConnectionCallback<Long>) connection -> write(connection, run, part.results()));
            sql.sql("""
                            INSERT INTO evaluation.part (run_id, part, position, organisations, records)
                            VALUES (:run, :part, :position, :organisations, :records)
                            """)
                    .param("run", run)
                    .param("part", part.number())
                    .param("position", part.position())
                    .param("organisations", part.results().size())
                    .param("records", part.records())
                    .update();
            count(run, part);
        });
    }

    private static long write(Connection connection, long run, List<Result> results) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(
                connection, "evaluation.result (run_id, organisation_id, grade, points, why, explanation)")) {
            for (Result one : results) {
                copy.row(6);
                copy.int8(run);
                write(copy, one);
            }
            return copy.finish();
        }
    }

    /** Five fields. */
    static void write(BinaryCopy copy, Result one) {
        copy.int8(one.organisationId());
        copy.text(one.grade());
        if (one.points() == null) {
            copy.absent();
        } else {
            copy.int4(one.points());
        }
        copy.text(one.why());
        copy.bytes(one.explanation(), 0, one.explanation().length);
    }

    /** Kept apart from the results: the receipt stays when they are dropped. */
    private void count(long run, Part part) {
        Map<String, Integer> grades = new TreeMap<>();
        Map<String, Integer> notRated = new TreeMap<>();
        for (Result one : part.results()) {
            if (one.grade() != null) {
                grades.merge(one.grade(), 1, Integer::sum);
            } else if (one.why() != null) {
                notRated.merge(one.why(), 1, Integer::sum);
            }
        }
        count(run, part.number(), true, grades);
        count(run, part.number(), false, notRated);
    }

    private void count(long run, int part, boolean rated, Map<String, Integer> numbers) {
        numbers.forEach((said, number) -> sql.sql("""
                        INSERT INTO evaluation.part_count (run_id, part, rated, said, number)
                        VALUES (:run, :part, :rated, :said, :number)
                        """)
                .param("run", run)
                .param("part", part)
                .param("rated", rated)
                .param("said", said)
                .param("number", number)
                .update());
    }

    /** What the numbers of packed explanations mean; written once for each model. */
    void keepNames(String modelHash, Packed.Names names) {
        sql.sql("""
                        INSERT INTO evaluation.model_names (model_hash, dimensions, indicators, grades)
                        VALUES (:hash, :dimensions, :indicators, :grades) ON CONFLICT DO NOTHING
                        """)
                .param("hash", modelHash)
                .param("dimensions", names.dimensions().toArray(String[]::new))
                .param("indicators", names.indicators().toArray(String[]::new))
                .param("grades", names.grades().toArray(String[]::new))
                .update();
    }

    private Packed.Names names(String modelHash) {
        return sql.sql("SELECT dimensions, indicators, grades FROM evaluation.model_names WHERE model_hash = :hash")
                .param("hash", modelHash)
                .query((row, _) -> new Packed.Names(texts(row, 1), texts(row, 2), texts(row, 3)))
                .optional()
                .orElseGet(() -> new Packed.Names(List.of(), List.of(), List.of()));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /**
     * What a run said of an organisation; empty where it said nothing, or was dropped.
     *
     * @param organisations entries of the register that are it: of several results that of the first of them counts
     */
    Optional<Stored> kept(long run, Collection<Long> organisations) {
        return sql.sql("""
                        SELECT s.grade, s.points, s.why, s.explanation, r.model_hash
                          FROM evaluation.result s JOIN evaluation.run r ON r.id = s.run_id
                         WHERE s.run_id = :run AND s.organisation_id = ANY (:organisations)
                         ORDER BY array_position(:organisations::bigint[], s.organisation_id) LIMIT 1
                        """)
                .param("run", run)
                .param("organisations", organisations.toArray(Long[]::new))
                .query((row, _) -> new Stored(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        Packed.read(row.getBytes(4), names(row.getString(5)))))
                .optional();
    }

    /**
     * Drops results of runs that began before an instant, but never those of the newest finished run of each model; receipts
     * and counts stay.
     *
     * @return how many results were dropped
     */
    int dropResultsBefore(Instant before) {
        return sql.sql("""
                        DELETE FROM evaluation.result s USING evaluation.run r
                         WHERE r.id = s.run_id AND r.started_at < :before AND r.id NOT IN (
                               SELECT DISTINCT ON (f.model) f.id FROM evaluation.run f
                                WHERE f.parts = (SELECT count(*) FROM evaluation.part p WHERE p.run_id = f.id)
                                ORDER BY f.model, f.id DESC)
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Run> find(long id) {
        return runs("WHERE r.id = :value", id).stream().findFirst();
    }

    List<Run> last(int limit) {
        return runs("WHERE r.id IN (SELECT id FROM evaluation.run ORDER BY id DESC LIMIT :value)", limit);
    }

    private List<Run> runs(String condition, long value) {
        return sql.sql(RUN + condition + " GROUP BY r.id ORDER BY r.id DESC")
                .param("value", value)
                .query((row, _) -> {
                    boolean finished = row.getInt(9) == row.getInt(6);
                    return new Run(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class),
                            new Positions(row.getLong(7), row.getLong(8)),
                            row.getInt(9),
                            row.getInt(6),
                            finished ? counts(row.getLong(1), row.getLong(10), row.getLong(11)) : null);
                })
                .list();
    }

    private Counts counts(long run, long organisations, long records) {
        List<Count> grades = new ArrayList<>();
        List<Count> notRated = new ArrayList<>();
        sql.sql("""
                        SELECT rated, said, sum(number) FROM evaluation.part_count WHERE run_id = :run
                         GROUP BY 1, 2 ORDER BY 1, 2
                        """).param("run", run).query(row -> {
            (row.getBoolean(1) ? grades : notRated).add(new Count(row.getString(2), row.getLong(3)));
        });
        return new Counts(organisations, records, grades, notRated);
    }
}
