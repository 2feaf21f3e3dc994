package org.xinheng.server.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.PastRegister;

/** Versions of registrations by their positions. */
@Component
final class SqlPastRegister implements PastRegister {

    private static final String REGISTERED = """
            SELECT o.id, r.state, r.registered_on
              FROM organisation.organisation o
              LEFT JOIN LATERAL (
                   SELECT v.state, v.registered_on FROM organisation.registration v
                    WHERE v.organisation_id = o.id AND v.position <= :position
                    ORDER BY v.version DESC LIMIT 1) r ON true
             WHERE o.position <= :position
            """;

    /** Sorted once instead of looked up for each organisation. */
    private static final String EACH = """
            SELECT o.id, r.state, r.registered_on, left(o.code, 2), o.position <= :position
              FROM organisation.organisation o
              LEFT JOIN (
                   SELECT DISTINCT ON (v.organisation_id) v.organisation_id, v.state, v.registered_on
                     FROM organisation.registration v WHERE v.position <= :position
                    ORDER BY v.organisation_id, v.version DESC) r ON r.organisation_id = o.id
             WHERE NOT EXISTS (SELECT FROM organisation.redirect d WHERE d.from_id = o.id) OR organisation.target(o.id) = o.id
            """;

    private static final int FETCH_SIZE = 2_000;

    private final JdbcClient sql;
    private final TransactionTemplate snapshot;

    SqlPastRegister(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
    }

    @Override
    public long positionBefore(Instant instant) {
        return sql.sql("SELECT coalesce(max(number), 0) FROM organisation.position WHERE recorded_at < :instant")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Registered> find(long organisation, long position) {
        return sql.sql(REGISTERED + " AND o.id = :organisation")
                .param("position", position)
                .param("organisation", organisation)
                .query((row, _) -> registered(row))
                .optional();
    }

    @Override
    public void each(long position, Consumer<Entry> reader) {
        snapshot.executeWithoutResult(_ -> sql.sql(EACH)
                .withFetchSize(FETCH_SIZE)
                .param("position", position)
                .query(row -> {
                    String prefix = row.getString(4);
                    reader.accept(new Entry(
                            row.getLong(1), prefix == null ? "" : prefix, row.getBoolean(5) ? registered(row) : null));
                }));
    }

    @Override
    public boolean mergedSince(Instant instant) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM organisation.redirect r
                                         JOIN organisation.position p ON p.number = r.position
                                        WHERE p.recorded_at >= :instant)
                        """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static Registered registered(ResultSet row) throws SQLException {
        String state = row.getString(2);
        return new Registered(state == null ? State.UNKNOWN : State.valueOf(state), row.getObject(3, LocalDate.class));
    }
}
