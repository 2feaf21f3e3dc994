package org.xinheng.server.evaluation.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.evaluation.Evaluations.Count;
import org.xinheng.server.evaluation.Evaluations.Counts;
import org.xinheng.server.evaluation.Evaluations.Positions;
import org.xinheng.server.evaluation.Evaluations.Run;

/** Runs and results; only ever appended to. */
final class RunStore {

    private static final String RUN = """
            SELECT r.id, r.model, r.model_hash, r.pack, r.day, r.parts,
                   coalesce(min(p.position), 0), coalesce(max(p.position), 0), count(p.part),
                   coalesce(sum(p.organisations), 0), coalesce(sum(p.records), 0)
              FROM evaluation.run r LEFT JOIN evaluation.part p ON p.run_id = r.id
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    RunStore(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        transaction = new TransactionTemplate(transactions);
    }

    /** What a run is about. */
    record Subject(String model, String modelHash, String pack, LocalDate day) {}

    /** A run and what it may know, the same for all its parts. */
    record Opened(long id, Knowledge knowledge, Instant startedAt) {}

    /** @param grade null when not rated; then why */
    record Result(
            long organisationId,
            @Nullable String grade,
            @Nullable Integer points,
            @Nullable String why,
            String explanation) {}

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
            write(run, part.results());
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
        });
    }

    private void write(long run, List<Result> results) {
        int size = results.size();
        Long[] organisations = new Long[size];
        String[] grades = new String[size];
        Integer[] points = new Integer[size];
        String[] whys = new String[size];
        String[] explanations = new String[size];
        for (int i = 0; i < size; i++) {
            Result one = results.get(i);
            organisations[i] = one.organisationId();
            grades[i] = one.grade();
            points[i] = one.points();
            whys[i] = one.why();
            explanations[i] = one.explanation();
        }
        sql.sql("""
                        INSERT INTO evaluation.result (run_id, organisation_id, grade, points, why, explanation)
                        SELECT :run, r.* FROM unnest(:organisations::bigint[], :grades::text[], :points::int[],
                                                     :whys::text[], :explanations::text[]) r
                        """)
                .param("run", run)
                .param("organisations", organisations)
                .param("grades", grades)
                .param("points", points)
                .param("whys", whys)
                .param("explanations", explanations)
                .update();
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
        sql.sql("SELECT grade, why, count(*) FROM evaluation.result WHERE run_id = :run GROUP BY 1, 2 ORDER BY 1, 2")
                .param("run", run)
                .query(row -> {
                    String grade = row.getString(1);
                    (grade == null ? notRated : grades)
                            .add(new Count(grade == null ? row.getString(2) : grade, row.getLong(3)));
                });
        return new Counts(organisations, records, grades, notRated);
    }
}
