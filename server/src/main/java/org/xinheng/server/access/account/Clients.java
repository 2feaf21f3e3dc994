package org.xinheng.server.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;

/** API clients (接口调用方): programs of departments and business systems. */
public final class Clients {

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Revocations revocations;
    private final PasswordEncoder secrets;
    private final Clock clock;

    public Clients(
            JdbcClient sql,
            TransactionOperations transactions,
            Revocations revocations,
            PasswordEncoder secrets,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.revocations = revocations;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** An open client with the hash of its secret. */
    public record Client(Actor actor, String secretHash) {}

    public Optional<Client> find(String id) {
        return sql.sql("""
                        SELECT id, secret_hash, permissions, source_id, organisation_code FROM access.client
                        WHERE id = ? AND closed_at IS NULL""").param(id).query((row, number) -> client(row)).optional();
    }

    private static Client client(ResultSet row) throws SQLException {
        return new Client(
                new Actor(
                        row.getString("id"),
                        Actor.Kind.CLIENT,
                        row.getString("source_id"),
                        row.getString("organisation_code"),
                        Columns.permissions(row, "permissions")),
                row.getString("secret_hash"));
    }

    /** Opens a client, or gives an existing one this secret and these permissions; tokens given before end. */
    public void open(String id, String secret, Set<Permission> permissions, @Nullable String source) {
        write(id, secret, permissions, source, null);
    }

    /** Opens the client of an organisation, or gives an existing one to it; tokens given before end. */
    public void bind(String id, String secret, String organisation) {
        write(id, secret, Role.ORGANISATION.permissions(), null, organisation);
    }

    private void write(
            String id,
            String secret,
            Set<Permission> permissions,
            @Nullable String source,
            @Nullable String organisation) {
        String hash = secrets.encode(secret);
        transactions.executeWithoutResult(status -> {
            sql.sql("""
                    INSERT INTO access.client (id, secret_hash, permissions, source_id, organisation_code, opened_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash, permissions = excluded.permissions,
                        source_id = excluded.source_id, organisation_code = excluded.organisation_code, closed_at = NULL""")
                    .params(id, hash, Columns.names(permissions))
                    .param(source)
                    .param(organisation)
                    .param(now())
                    .update();
            endTokens(id);
        });
    }

    /** The same secret, hashed anew. */
    public void rehash(String id, String secretHash) {
        sql.sql("UPDATE access.client SET secret_hash = ? WHERE id = ?")
                .params(secretHash, id)
                .update();
    }

    /** @return false when there is no such open client */
    public boolean close(String id) {
        Boolean closed = transactions.execute(status -> {
            int rows = sql.sql("UPDATE access.client SET closed_at = ? WHERE id = ? AND closed_at IS NULL")
                    .params(now(), id)
                    .update();
            if (rows == 1) {
                endTokens(id);
            }
            return rows == 1;
        });
        return Boolean.TRUE.equals(closed);
    }

    /** Opens a client that never was. @return false when there is or was one of this id */
    boolean openNew(String id, String secretHash, Set<Permission> permissions, @Nullable String source) {
        return sql.sql("""
                        INSERT INTO access.client (id, secret_hash, permissions, source_id, opened_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(id, secretHash, Columns.names(permissions))
                        .param(source)
                        .param(now())
                        .update()
                == 1;
    }

    /** Other permissions and another source; tokens end. @return false when there is no such open client, or it is an organisation's */
    boolean grant(String id, Set<Permission> permissions, @Nullable String source) {
        int rows = sql.sql("""
                        UPDATE access.client SET permissions = ?, source_id = ?
                        WHERE id = ? AND closed_at IS NULL AND organisation_code IS NULL""")
                .param(Columns.names(permissions))
                .param(source)
                .param(id)
                .update();
        return endedTokens(id, rows);
    }

    /** @return false when the client is open */
    boolean reopen(String id) {
        int rows = sql.sql("UPDATE access.client SET closed_at = NULL WHERE id = ? AND closed_at IS NOT NULL")
                .param(id)
                .update();
        return endedTokens(id, rows);
    }

    /** Another secret; tokens end. @return false when there is no such open client */
    boolean renew(String id, String secretHash) {
        int rows = sql.sql("UPDATE access.client SET secret_hash = ? WHERE id = ? AND closed_at IS NULL")
                .params(secretHash, id)
                .update();
        return endedTokens(id, rows);
    }

    private boolean endedTokens(String id, int rows) {
        if (rows == 1) {
            endTokens(id);
        }
        return rows == 1;
    }

    private void endTokens(String id) {
        sql.sql("UPDATE access.token SET revoked_at = ? WHERE client_id = ? AND revoked_at IS NULL")
                .params(now(), id)
                .update();
        revocations.revoke(Revocations.client(id));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
