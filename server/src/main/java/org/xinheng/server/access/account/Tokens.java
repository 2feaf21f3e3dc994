package org.xinheng.server.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;

/**
 * Machine tokens. What was found is remembered in memory and checked against {@link Revocations} at each use, so that a
 * request costs one hash and one look into a map, and a revoked token is dead within a second.
 */
public final class Tokens {

    /** Expired ones are swept out of memory when so many are remembered. */
    private static final int SWEEP_FROM = 10_000;

    private final JdbcClient sql;
    private final Revocations revocations;
    private final Clock clock;
    private final Map<TokenHash, Known> known = new ConcurrentHashMap<>();

    /** A token of the database that nobody revoked. */
    public record Token(String clientId, Set<Permission> permissions, Instant issuedAt, Instant expiresAt) {}

    private record Known(Actor actor, String subject, Instant expiresAt, long readAt) {}

    public Tokens(JdbcClient sql, Revocations revocations, Clock clock) {
        this.sql = sql;
        this.revocations = revocations;
        this.clock = clock;
    }

    public void keep(String value, Token token) {
        Timestamp issued = Timestamp.from(token.issuedAt());
        sql.sql("DELETE FROM access.token WHERE expires_at < ?").param(issued).update();
        sql.sql("""
                INSERT INTO access.token (sha256, client_id, permissions, issued_at, expires_at)
                VALUES (?, ?, ?, ?, ?)""")
                .params(
                        TokenHash.of(value).bytes(),
                        token.clientId(),
                        Columns.names(token.permissions()),
                        issued,
                        Timestamp.from(token.expiresAt()))
                .update();
    }

    public Optional<Token> find(String value) {
        return sql.sql("""
                        SELECT client_id, permissions, issued_at, expires_at FROM access.token
                        WHERE sha256 = ? AND revoked_at IS NULL""")
                .param(TokenHash.of(value).bytes())
                .query((row, number) -> new Token(
                        row.getString("client_id"),
                        Columns.permissions(row, "permissions"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    public void revoke(String value, String clientId) {
        sql.sql("UPDATE access.token SET revoked_at = ? WHERE sha256 = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), TokenHash.of(value).bytes())
                .update();
        revocations.revoke(Revocations.client(clientId));
    }

    /**
     * The client behind a token that holds now.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be known whether it still holds
     */
    public Optional<Actor> actor(String value) {
        revocations.refresh();
        TokenHash hash = TokenHash.of(value);
        Known found = known.get(hash);
        if (found == null || revocations.hits(found.subject(), found.readAt())) {
            found = read(hash).orElse(null);
            if (found == null) {
                known.remove(hash);
                return Optional.empty();
            }
            remember(hash, found);
        }
        return found.expiresAt().isAfter(clock.instant()) ? Optional.of(found.actor()) : Optional.empty();
    }

    private Optional<Known> read(TokenHash hash) {
        return sql.sql("""
                        SELECT t.client_id, c.source_id, c.organisation_code, c.permissions, t.permissions AS granted, t.expires_at,
                               (SELECT value FROM access.revocation_position) AS position
                        FROM access.token t JOIN access.client c ON c.id = t.client_id
                        WHERE t.sha256 = ? AND t.revoked_at IS NULL AND c.closed_at IS NULL""")
                .param(hash.bytes())
                .query((row, number) -> known(row))
                .optional();
    }

    /** A token never allows more than its client may today. */
    private static Known known(ResultSet row) throws SQLException {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(Columns.permissions(row, "granted"));
        both.retainAll(Columns.permissions(row, "permissions"));
        String id = row.getString("client_id");
        return new Known(
                new Actor(id, Actor.Kind.CLIENT, row.getString("source_id"), row.getString("organisation_code"), both),
                Revocations.client(id),
                row.getTimestamp("expires_at").toInstant(),
                row.getLong("position"));
    }

    private void remember(TokenHash hash, Known found) {
        if (known.size() >= SWEEP_FROM) {
            Instant now = clock.instant();
            known.values().removeIf(old -> !old.expiresAt().isAfter(now));
        }
        known.put(hash, found);
    }
}
