package org.xinheng.server.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;

/** Accounts of clerks. An account is named after a post. */
public final class Accounts {

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Revocations revocations;
    private final Clock clock;

    public Accounts(JdbcClient sql, TransactionOperations transactions, Revocations revocations, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * An open account.
     *
     * @param readAt position of {@link Revocations} at which it was read
     */
    public record Account(
            Actor actor, String passwordHash, @Nullable Instant lockedUntil, long readAt) {

        public boolean lockedAt(Instant now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }
    }

    public Optional<Account> find(String name) {
        if (name.indexOf('\0') >= 0) {
            // PostgreSQL knows no such text, and no account has such a name.
            return Optional.empty();
        }
        revocations.refresh();
        return sql.sql("""
                        SELECT name, password_hash, roles, source_id, organisation_code, locked_until,
                               (SELECT value FROM access.revocation_position) AS position
                        FROM access.account WHERE name = ? AND closed_at IS NULL""").param(name).query((row, number) -> account(row)).optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Columns.roles(row, "roles").forEach(role -> permissions.addAll(role.permissions()));
        Timestamp locked = row.getTimestamp("locked_until");
        return new Account(
                new Actor(
                        row.getString("name"),
                        Actor.Kind.CLERK,
                        row.getString("source_id"),
                        row.getString("organisation_code"),
                        permissions),
                row.getString("password_hash"),
                locked == null ? null : locked.toInstant(),
                row.getLong("position"));
    }

    /** Whether what was read of an account still holds. */
    public boolean stands(Account account) {
        revocations.refresh();
        return !revocations.hits(Revocations.account(account.actor().name()), account.readAt());
    }

    public boolean none() {
        return !sql.sql("SELECT EXISTS (SELECT FROM access.account)")
                .query(Boolean.class)
                .single();
    }

    /** @return false when the name is taken */
    public boolean open(String name, String passwordHash, Set<Role> roles, @Nullable String source) {
        return sql.sql("""
                        INSERT INTO access.account (name, password_hash, roles, source_id, opened_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(name, passwordHash, Columns.names(roles))
                        .param(source)
                        .param(now())
                        .update()
                == 1;
    }

    /** Gives an account new roles, source and password, opens it again if closed, and ends its sessions and its second factor. */
    public void replace(String name, String passwordHash, Set<Role> roles, @Nullable String source) {
        transactions.executeWithoutResult(status -> {
            sql.sql("""
                    UPDATE access.account SET password_hash = ?, roles = ?, source_id = ?, organisation_code = NULL, closed_at = NULL,
                        failures = 0, locked_until = NULL WHERE name = ?""")
                    .params(passwordHash, Columns.names(roles))
                    .param(source)
                    .param(name)
                    .update();
            sql.sql("DELETE FROM access.recovery_code WHERE account = ?")
                    .param(name)
                    .update();
            sql.sql("DELETE FROM access.second_factor WHERE account = ?")
                    .param(name)
                    .update();
            revocations.revoke(Revocations.account(name));
        });
    }

    /** Opens the account of an organisation, or gives an existing one to it, and ends its sessions. */
    public void bind(String name, String passwordHash, String organisation) {
        transactions.executeWithoutResult(status -> {
            if (!open(name, passwordHash, Set.of(Role.ORGANISATION), null)) {
                replace(name, passwordHash, Set.of(Role.ORGANISATION), null);
            }
            sql.sql("UPDATE access.account SET organisation_code = ? WHERE name = ?")
                    .params(organisation, name)
                    .update();
        });
    }

    /** Other roles and another source; sessions end. @return false when there is no such open account, or it is an organisation's */
    boolean grant(String name, Set<Role> roles, @Nullable String source) {
        int rows = sql.sql("""
                        UPDATE access.account SET roles = ?, source_id = ?
                        WHERE name = ? AND closed_at IS NULL AND organisation_code IS NULL""")
                .param(Columns.names(roles))
                .param(source)
                .param(name)
                .update();
        return endedSessions(name, rows);
    }

    /** @return false when the account is open and not locked */
    boolean reopen(String name) {
        int rows = sql.sql("""
                        UPDATE access.account SET closed_at = NULL, failures = 0, locked_until = NULL
                        WHERE name = ? AND (closed_at IS NOT NULL OR locked_until > ?)""").params(name, now()).update();
        return endedSessions(name, rows);
    }

    /** Another password; sessions end. @return false when there is no such open account */
    boolean renew(String name, String passwordHash) {
        int rows = sql.sql("""
                        UPDATE access.account SET password_hash = ?, failures = 0, locked_until = NULL
                        WHERE name = ? AND closed_at IS NULL""").params(passwordHash, name).update();
        return endedSessions(name, rows);
    }

    /** @return false when the account has no second factor */
    boolean forgetFactor(String name) {
        sql.sql("DELETE FROM access.recovery_code WHERE account = ?")
                .param(name)
                .update();
        int rows = sql.sql("DELETE FROM access.second_factor WHERE account = ?")
                .param(name)
                .update();
        return endedSessions(name, rows);
    }

    private boolean endedSessions(String name, int rows) {
        if (rows == 1) {
            revocations.revoke(Revocations.account(name));
        }
        return rows == 1;
    }

    /** @return false when there is no such open account */
    public boolean close(String name) {
        Boolean closed = transactions.execute(status -> {
            int rows = sql.sql("UPDATE access.account SET closed_at = ? WHERE name = ? AND closed_at IS NULL")
                    .params(now(), name)
                    .update();
            if (rows == 1) {
                revocations.revoke(Revocations.account(name));
            }
            return rows == 1;
        });
        return Boolean.TRUE.equals(closed);
    }

    /** Counts a wrong password; the last one allowed locks the account for a while. */
    public void failed(String name, int allowed, Duration lock) {
        sql.sql("""
                UPDATE access.account SET
                    failures = CASE WHEN failures + 1 >= ? THEN 0 ELSE failures + 1 END,
                    locked_until = CASE WHEN failures + 1 >= ? THEN ? ELSE locked_until END
                WHERE name = ?""")
                .params(allowed, allowed, Timestamp.from(clock.instant().plus(lock)), name)
                .update();
    }

    public void succeeded(String name) {
        sql.sql("UPDATE access.account SET failures = 0, locked_until = NULL WHERE name = ? AND failures > 0")
                .param(name)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
