package org.xinheng.server.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Readings;

/** Readings from the log of reads. */
public final class ShownReadings implements Readings {

    private static final String OF = """
            SELECT r.id, r.read_at, r.actor_kind, r.what, r.purpose, coalesce(a.roles, '{}') AS roles,
                coalesce(r.source_id, CASE WHEN :consented = ANY (c.permissions) THEN c.id END) AS body
            FROM access.read_log r
            LEFT JOIN access.account a ON r.actor_kind = 'CLERK' AND a.name = r.actor
            LEFT JOIN access.client c ON r.actor_kind = 'CLIENT' AND c.id = r.actor
            WHERE r.organisation_id = ANY (:organisations) AND r.id < :before
              AND a.organisation_code IS NULL AND c.organisation_code IS NULL
              AND NOT EXISTS (
                  SELECT FROM access.read_seal s
                  WHERE s.organisation_id = ANY (:organisations) AND s.source_id = r.source_id
                    AND s.sealed_at <= r.read_at AND s.visible_from > :today)
            ORDER BY r.id DESC LIMIT :limit
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public ShownReadings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Reading> of(Collection<Long> organisations, LocalDate today, long before, int limit) {
        return sql.sql(OF)
                .param("consented", Permission.READ_CONSENTED.name())
                .param("organisations", organisations.toArray(Long[]::new))
                .param("before", before)
                .param("today", today)
                .param("limit", limit)
                .query(ShownReadings::read)
                .list();
    }

    private static Reading read(ResultSet row, int number) throws SQLException {
        boolean program = row.getString("actor_kind").equals(Actor.Kind.CLIENT.name());
        return new Reading(
                row.getLong("id"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                program,
                program ? Set.of() : Columns.roles(row, "roles"),
                row.getString("what"),
                row.getString("purpose"));
    }

    @Override
    public void seal(Actor actor, long organisation, Seal seal) {
        if (actor.source() == null) {
            throw new IllegalArgumentException("only a body seals what it reads");
        }
        sql.sql("""
                        INSERT INTO access.read_seal (organisation_id, source_id, basis, allowed_by, visible_from, sealed_at, sealed_by)
                        VALUES (:organisation, :source, :basis, :allowed, :from, :at, :by)
                        """)
                .param("organisation", organisation)
                .param("source", actor.source())
                .param("basis", seal.basis())
                .param("allowed", seal.allowedBy())
                .param("from", seal.visibleFrom())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .update();
    }
}
