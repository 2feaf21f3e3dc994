package org.xinheng.server.archive.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordsActivated;

/** Loading into PostgreSQL, on the connection of the caller's transaction. */
final class PostgresRecordLoading implements RecordLoading {

    private final DataSource source;
    private final Terms terms;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();
    private final SQLExceptionTranslator faults = new SQLStateSQLExceptionTranslator();

    PostgresRecordLoading(DataSource source, Terms terms, Acts acts, ApplicationEventPublisher events) {
        this.source = source;
        this.terms = terms;
        this.acts = acts;
        this.events = events;
    }

    @Override
    public long nextActId() {
        return acts.nextId();
    }

    @Override
    public int partitionOf(long organisationId) {
        return Partitions.of(organisationId);
    }

    @Override
    public List<RowResult> load(Delivery delivery, List<NewVersion> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a slice is loaded inside a transaction of its caller");
        }
        var partition = partitionOf(rows.getFirst().organisationId());
        var connection = DataSourceUtils.getConnection(source);
        try {
            return new SliceLoad(connection, terms, random, delivery, rows).run(partition);
        } catch (SQLException e) {
            var fault = faults.translate("loading a slice", null, e);
            throw fault != null ? fault : new IllegalStateException("loading a slice", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    public void discard(long deliveryId) {
        acts.discard(deliveryId);
    }

    @Override
    public Position activate(Act act) {
        var position = acts.activate(act);
        events.publishEvent(new RecordsActivated(position.value(), act.id()));
        return position;
    }
}
