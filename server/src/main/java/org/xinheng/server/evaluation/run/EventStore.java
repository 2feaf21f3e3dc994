package org.xinheng.server.evaluation.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.database.BinaryCopy;
import org.xinheng.server.evaluation.Evaluations.Said;
import org.xinheng.server.evaluation.run.RunStore.Result;

/** What was said of organisations between two nights, with the cursor of what was followed. */
final class EventStore {

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EventStore(DataSource source, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(source);
        sql = JdbcClient.create(jdbc);
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param knowledge up to where archive and register were followed
     * @param day of the evaluation
     */
    record Cursor(Knowledge knowledge, LocalDate day) {}

    /** @param skipped whom the look did not evaluate: so many changed that they are left to the nightly run, or it cannot be read */
    record Look(Cursor cursor, int organisations, Set<Long> skipped, Instant at) {
        Look {
            skipped = Set.copyOf(skipped);
        }
    }

    /** Results of one model. */
    record OfModel(String model, String modelHash, List<Result> results) {}

    Optional<Cursor> cursor() {
        return sql.sql("SELECT position, register_at, day FROM evaluation.followed ORDER BY id DESC LIMIT 1")
                .query((row, _) ->
                        new Cursor(new Knowledge(row.getLong(1), row.getLong(2)), row.getObject(3, LocalDate.class)))
                .optional();
    }

    /** The results and the cursor beyond them, or neither. */
    void close(Look look, List<OfModel> models) {
        transaction.executeWithoutResult(_ -> {
            long id = sql.sql("""
                            INSERT INTO evaluation.followed (position, register_at, day, organisations, skipped, followed_at)
                            VALUES (:position, :register, :day, :organisations, :skipped, :at) RETURNING id
                            """)
                    .param("position", look.cursor().knowledge().archive())
                    .param("register", look.cursor().knowledge().register())
                    .param("day", look.cursor().day())
                    .param("organisations", look.organisations())
                    .param("skipped", look.skipped().size())
                    .param("at", look.at().atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            jdbc.execute((ConnectionCallback<Long>) connection -> write(connection, id, look.skipped()));
            for (OfModel model : models) {
                jdbc.execute((ConnectionCallback<Long>) connection -> write(connection, id, model));
            }
        });
    }

    private static long write(Connection connection, long id, Set<Long> skipped) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "evaluation.event_skipped (organisation_id, followed_id)")) {
            for (long one : skipped) {
                copy.row(2);
                copy.int8(one);
                copy.int8(id);
            }
            return copy.finish();
        }
    }

    private static long write(Connection connection, long id, OfModel model) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(
                connection,
                "evaluation.event_result (followed_id, model, model_hash, organisation_id, grade, points, why, explanation)")) {
            for (Result one : model.results()) {
                copy.row(8);
                copy.int8(id);
                copy.text(model.model());
                copy.text(model.modelHash());
                RunStore.write(copy, one);
            }
            return copy.finish();
        }
    }

    Optional<Said> last(String model, long organisation) {
        return sql.sql("""
                        SELECT f.day, f.position, e.grade, e.points, e.why
                          FROM evaluation.event_result e JOIN evaluation.followed f ON f.id = e.followed_id
                         WHERE e.organisation_id = :organisation AND e.model = :model
                         ORDER BY e.followed_id DESC LIMIT 1
                        """)
                .param("organisation", organisation)
                .param("model", model)
                .query((row, _) -> new Said(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getString(5)))
                .optional();
    }

    /** @return results that were dropped; whoever was skipped before goes too */
    int dropBefore(Instant before) {
        sql.sql("""
                        DELETE FROM evaluation.event_skipped k USING evaluation.followed f
                         WHERE f.id = k.followed_id AND f.followed_at < :before
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
        return sql.sql("""
                        DELETE FROM evaluation.event_result e USING evaluation.followed f
                         WHERE f.id = e.followed_id AND f.followed_at < :before
                        """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
