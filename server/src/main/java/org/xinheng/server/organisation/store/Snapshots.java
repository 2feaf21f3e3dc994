package org.xinheng.server.organisation.store;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations.Merged;

/** The whole register, and what changed in it since a position; each read at one position. */
@Component
final class Snapshots {

    private static final int FETCH_SIZE = 2_000;
    private static final String EACH = OrganisationRows.SELECT + """
            NOT EXISTS (SELECT 1 FROM organisation.redirect d WHERE d.from_id = o.id) OR organisation.target(o.id) = o.id
            """;
    /** A redirect concerns whom it came from and everybody it ever led to: an unlinked one leaves its last target. */
    private static final String CHANGED = OrganisationRows.SELECT + """
            o.id IN (SELECT organisation.target(c.id) FROM (
                       SELECT n.organisation_id FROM organisation.name n WHERE n.position > ?
                       UNION SELECT r.organisation_id FROM organisation.registration r WHERE r.position > ?
                       UNION SELECT d.from_id FROM organisation.redirect d WHERE d.position > ?
                       UNION SELECT e.to_id FROM organisation.redirect e WHERE e.to_id IS NOT NULL AND e.from_id IN (
                             SELECT d.from_id FROM organisation.redirect d WHERE d.position > ?)) AS c(id))
            """;

    private static final String MERGED = """
            SELECT m.id, m.code, m.target
              FROM (SELECT o.id, o.code, organisation.target(o.id) AS target FROM organisation.organisation o
                     WHERE o.id IN (SELECT d.from_id FROM organisation.redirect d)) m
             WHERE m.target <> m.id
            """;

    private final JdbcClient sql;
    private final OrganisationRows rows;
    private final Positions positions;
    private final TransactionTemplate snapshot;

    Snapshots(JdbcClient sql, OrganisationRows rows, Positions positions, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.rows = rows;
        this.positions = positions;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    long each(Consumer<Organisation> reader) {
        Long position = snapshot.execute(_ -> {
            long latest = positions.latest();
            handOver(sql.sql(EACH), reader);
            return latest;
        });
        return position;
    }

    /** Seen by the transaction of the calling thread, unlike the whole register. */
    long position() {
        return positions.latest();
    }

    List<Merged> merged() {
        return sql.sql(MERGED)
                .query((row, _) -> new Merged(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }

    long eachChangedSince(long position, Consumer<Organisation> reader) {
        Long upTo = snapshot.execute(_ -> {
            long latest = positions.latest();
            if (latest > position) {
                handOver(sql.sql(CHANGED).params(position, position, position, position), reader);
            }
            return latest;
        });
        return upTo;
    }

    private void handOver(JdbcClient.StatementSpec query, Consumer<Organisation> reader) {
        try (var organisations = query.withFetchSize(FETCH_SIZE).query(rows).stream()) {
            organisations.forEach(reader);
        }
    }
}
