package org.xinheng.server.policy.activation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activation.Kind;
import org.xinheng.server.policy.Activation.Step;
import org.xinheng.server.policy.PackActivated;

/** Editions and activations in the database; appends and reads, nothing else. */
public final class ActivationStore {

    private final JdbcClient sql;
    private final TransactionTemplate ownTransaction;
    private final ApplicationEventPublisher events;

    public ActivationStore(JdbcClient sql, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        // A switch stands, whatever becomes of the request in whose course it was found to be due.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record Kept(String pack, byte[] files) {}

    void keep(String version, String pack, byte[] files, Instant at) {
        sql.sql("INSERT INTO policy.edition (version, pack, files, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(version, pack, files, utc(at))
                .update();
    }

    Optional<Kept> edition(String version) {
        return sql.sql("SELECT pack, files FROM policy.edition WHERE version = ?")
                .param(version)
                .query((row, _) -> new Kept(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /** When the first edition was kept, which is the one with which the server was first started. */
    Instant firstKept() {
        return sql.sql("SELECT min(kept_at) FROM policy.edition")
                .query((row, _) -> instant(row, 1))
                .single();
    }

    /** What somebody wants, before it has a number. */
    record Wanted(
            String version,
            String replaces,
            LocalDate firstDay,
            String reason,
            String actor,
            @Nullable String operator) {}

    /** @param approved at once, where the pack wants no second person */
    long propose(Wanted wanted, Instant at, boolean approved) {
        Long id = ownTransaction.execute(_ -> {
            long number = sql.sql("""
                            INSERT INTO policy.activation (version, replaces, first_day, reason, actor, operator, proposed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                            """)
                    .param(wanted.version())
                    .param(wanted.replaces())
                    .param(wanted.firstDay())
                    .param(wanted.reason())
                    .param(wanted.actor())
                    .param(wanted.operator())
                    .param(utc(at))
                    .query(Long.class)
                    .single();
            if (approved) {
                insert(number, Kind.APPROVED, wanted.actor(), "", at);
            }
            return number;
        });
        return Objects.requireNonNull(id);
    }

    /** @return false when it was taken already, or the activation has ended otherwise */
    boolean step(long activation, Kind kind, String actor, String remark, Instant at) {
        try {
            return Boolean.TRUE.equals(ownTransaction.execute(_ -> {
                insert(activation, kind, actor, remark, at);
                return true;
            }));
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** The switch itself: the step and its event stand or fall together. False when another server came first. */
    boolean inForce(Activation activation, String actor, String before, Instant at) {
        try {
            return Boolean.TRUE.equals(ownTransaction.execute(_ -> {
                insert(activation.id(), Kind.IN_FORCE, actor, before, at);
                events.publishEvent(new PackActivated(
                        activation.id(), activation.pack(), activation.version(), before, activation.firstDay()));
                return true;
            }));
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private void insert(long activation, Kind kind, String actor, String remark, Instant at) {
        sql.sql(
                        "INSERT INTO policy.activation_step (activation_id, kind, actor, remark, taken_at) VALUES (?, ?, ?, ?, ?)")
                .params(activation, kind.name(), actor, remark, utc(at))
                .update();
    }

    /** How many steps were taken: another number whenever something that counts has changed. */
    long steps() {
        return sql.sql("SELECT count(*) FROM policy.activation_step")
                .query(Long.class)
                .single();
    }

    /** All activations, oldest first. */
    List<Activation> all() {
        Map<Long, List<Step>> steps = new LinkedHashMap<>();
        sql.sql("SELECT activation_id, id, kind, actor, remark, taken_at FROM policy.activation_step ORDER BY id")
                .query(row -> {
                    steps.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new Step(
                                    row.getLong(2),
                                    Kind.valueOf(row.getString(3)),
                                    row.getString(4),
                                    row.getString(5),
                                    instant(row, 6)));
                });
        return sql.sql("""
                        SELECT a.id, e.pack, a.version, a.replaces, a.first_day, a.reason, a.actor, a.operator, a.proposed_at
                        FROM policy.activation a JOIN policy.edition e ON e.version = a.version ORDER BY a.id
                        """)
                .query((row, _) -> new Activation(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        instant(row, 9),
                        steps.getOrDefault(row.getLong(1), List.of())))
                .list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
