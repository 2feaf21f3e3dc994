package org.xinheng.server.correction.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.correction.Registration;

/** Consumers, how they are reached, and what they say they hold. */
public final class ConsumerStore {

    private static final String SELECT =
            "SELECT consumer_id, client_id, name, types, webhook, probe, closed FROM correction.current_registration ";

    private final JdbcClient sql;

    public ConsumerStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param id of the consumer, not of its client */
    public record Entry(long id, String clientId, Registration registration, boolean closed) {}

    public Optional<Entry> find(String clientId) {
        return sql.sql(SELECT + "WHERE client_id = ?")
                .param(clientId)
                .query((row, _) -> read(row))
                .optional();
    }

    public Optional<Entry> find(long id) {
        return sql.sql(SELECT + "WHERE consumer_id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** By name. */
    public List<Entry> open() {
        return sql.sql(SELECT + "WHERE NOT closed ORDER BY name, consumer_id")
                .query((row, _) -> read(row))
                .list();
    }

    /** @return id of the consumer */
    public long register(String clientId, Registration registration, boolean closed, String actor, Instant at) {
        sql.sql("INSERT INTO correction.consumer (client_id, opened_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(clientId, at.atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("""
                        INSERT INTO correction.registration (consumer_id, name, types, webhook, probe, closed, actor,
                            registered_at)
                        SELECT id, :name, :types, :webhook, :probe, :closed, :actor, :at
                        FROM correction.consumer WHERE client_id = :client
                        RETURNING consumer_id
                        """)
                .param("name", registration.name())
                .param("types", registration.types().toArray(String[]::new))
                .param("webhook", registration.webhook())
                .param("probe", registration.probe())
                .param("closed", closed)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("client", clientId)
                .query(Long.class)
                .single();
    }

    public void hold(long consumer, Collection<String> opaqueIds, Instant at) {
        sql.sql("""
                INSERT INTO correction.holding (opaque_id, consumer_id, declared_at)
                SELECT id, :consumer, :at FROM unnest(:ids::text[]) id ON CONFLICT DO NOTHING
                """)
                .param("consumer", consumer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", opaqueIds.toArray(String[]::new))
                .update();
    }

    /** Who declared to hold a record. */
    List<Long> holders(String opaqueId) {
        return sql.sql("SELECT consumer_id FROM correction.holding WHERE opaque_id = ?")
                .param(opaqueId)
                .query(Long.class)
                .list();
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                new Registration(row.getString(3), types(row), text(row, 5), text(row, 6)),
                row.getBoolean(7));
    }

    private static List<String> types(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray(4).getArray());
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
