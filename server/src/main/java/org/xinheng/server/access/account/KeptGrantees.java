package org.xinheng.server.access.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Grantees;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;

/** Accounts and clients in the database, with what was done to them. */
public final class KeptGrantees implements Grantees {

    private static final String ACCOUNTS = """
            SELECT a.name, a.roles AS grants, a.source_id, a.organisation_code, a.opened_at, a.closed_at, a.locked_until,
                   EXISTS (SELECT FROM access.second_factor f
                           WHERE f.account = a.name AND f.confirmed_at IS NOT NULL) AS factor
            FROM access.account a""";
    private static final String CLIENTS = """
            SELECT a.id AS name, a.permissions AS grants, a.source_id, a.organisation_code, a.opened_at, a.closed_at,
                   NULL::timestamptz AS locked_until, false AS factor
            FROM access.client a""";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Accounts accounts;
    private final Clients clients;
    private final PasswordEncoder passwords;
    private final Clock clock;

    public KeptGrantees(
            JdbcClient sql,
            TransactionOperations transactions,
            Accounts accounts,
            Clients clients,
            PasswordEncoder passwords,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.accounts = accounts;
        this.clients = clients;
        this.passwords = passwords;
        this.clock = clock;
    }

    private static boolean account(Subject subject) {
        return subject.kind() == Actor.Kind.CLERK;
    }

    @Override
    public List<Grantee> list(Actor.Kind kind) {
        return sql.sql((kind == Actor.Kind.CLERK ? ACCOUNTS : CLIENTS) + " ORDER BY name")
                .query((row, _) -> grantee(kind, row))
                .list();
    }

    @Override
    public Optional<Grantee> find(Subject subject) {
        return sql.sql(account(subject) ? ACCOUNTS + " WHERE a.name = ?" : CLIENTS + " WHERE a.id = ?")
                .param(subject.name())
                .query((row, _) -> grantee(subject.kind(), row))
                .optional();
    }

    private static Grantee grantee(Actor.Kind kind, ResultSet row) throws SQLException {
        return new Grantee(
                new Subject(kind, row.getString("name")),
                new TreeSet<>(texts(row)),
                row.getString("source_id"),
                row.getString("organisation_code"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"),
                instant(row, "locked_until"),
                row.getBoolean("factor"));
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        Array array = row.getArray("grants");
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public List<Change> history(Subject subject) {
        return sql.sql("""
                        SELECT changed_at, actor, step, grants, source_id, ground FROM access.grantee_change
                        WHERE kind = ? AND name = ? ORDER BY id DESC""")
                .params(subject.kind().name(), subject.name())
                .query((row, _) -> new Change(
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("actor"),
                        Step.valueOf(row.getString("step")),
                        texts(row),
                        row.getString("source_id"),
                        row.getString("ground")))
                .list();
    }

    @Override
    public Result open(Actor by, Subject subject, Set<String> grants, @Nullable String source, String ground) {
        if (!ActorNames.fits(subject.name())) {
            return new Result.Refused(Why.NAME);
        }
        String secret = Secrets.generate();
        // Hashed before the transaction: it takes a while.
        String hash = passwords.encode(secret);
        return step(
                by,
                subject,
                Step.OPENED,
                ground,
                Why.TAKEN,
                secret,
                () -> account(subject)
                        ? accounts.open(subject.name(), hash, roles(grants), source)
                        : clients.openNew(subject.name(), hash, permissions(grants), source));
    }

    private static Set<Role> roles(Set<String> grants) {
        return grants.stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private static Set<Permission> permissions(Set<String> grants) {
        return grants.stream().map(Permission::valueOf).collect(Collectors.toSet());
    }

    @Override
    public Result change(Actor by, Subject subject, Set<String> grants, @Nullable String source, String ground) {
        return step(
                by,
                subject,
                Step.CHANGED,
                ground,
                Why.NOT_SO,
                null,
                () -> account(subject)
                        ? accounts.grant(subject.name(), roles(grants), source)
                        : clients.grant(subject.name(), permissions(grants), source));
    }

    @Override
    public Result lock(Actor by, Subject subject, String ground) {
        return step(
                by,
                subject,
                Step.LOCKED,
                ground,
                Why.NOT_SO,
                null,
                () -> account(subject) ? accounts.close(subject.name()) : clients.close(subject.name()));
    }

    @Override
    public Result unlock(Actor by, Subject subject, String ground) {
        return step(
                by,
                subject,
                Step.UNLOCKED,
                ground,
                Why.NOT_SO,
                null,
                () -> account(subject) ? accounts.reopen(subject.name()) : clients.reopen(subject.name()));
    }

    @Override
    public Result renew(Actor by, Subject subject, String ground) {
        String secret = Secrets.generate();
        String hash = passwords.encode(secret);
        return step(
                by,
                subject,
                Step.SECRET_GIVEN,
                ground,
                Why.NOT_SO,
                secret,
                () -> account(subject) ? accounts.renew(subject.name(), hash) : clients.renew(subject.name(), hash));
    }

    @Override
    public Result resetFactor(Actor by, Subject subject, String ground) {
        return step(
                by,
                subject,
                Step.FACTOR_RESET,
                ground,
                Why.NOT_SO,
                null,
                () -> account(subject) && accounts.forgetFactor(subject.name()));
    }

    /** The step and its entry, both or neither. */
    private Result step(
            Actor by,
            Subject subject,
            Step step,
            String ground,
            Why refusal,
            @Nullable String secret,
            BooleanSupplier taken) {
        if (by.kind() == subject.kind() && by.name().equals(subject.name())) {
            return new Result.Refused(Why.SELF);
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!taken.getAsBoolean()) {
                return new Result.Refused(refusal);
            }
            write(by, find(subject).orElseThrow(), step, ground);
            return new Result.Done(secret);
        }));
    }

    private void write(Actor by, Grantee grantee, Step step, String ground) {
        sql.sql("""
                INSERT INTO access.grantee_change (changed_at, actor, kind, name, step, grants, source_id, ground)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Timestamp.from(clock.instant()),
                        by.name(),
                        grantee.subject().kind().name(),
                        grantee.subject().name(),
                        step.name(),
                        grantee.grants().toArray(String[]::new))
                .param(grantee.source())
                .param(ground)
                .update();
    }
}
