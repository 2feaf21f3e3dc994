package org.xinheng.server.organisation.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.server.organisation.store.RegisterSession.Tools;

/** The module as Spring puts it together, on a test's own database. */
final class Register {

    static final Instant NOW = Instant.parse("2026-05-06T01:00:00Z");

    final JdbcClient sql;
    final TransactionTemplate transaction;
    final Organisations organisations;
    final Positions positions;
    final NameWriter names;
    final OrganisationIds ids;
    final RegisterImport imports;

    Register(DataSource dataSource) {
        this(dataSource, 0);
    }

    Register(DataSource dataSource, int node) {
        sql = JdbcClient.create(dataSource);
        var transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        positions = new Positions(sql, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
        names = new NameWriter(dataSource);
        ids = new OrganisationIds(sql, node);
        var rows = new OrganisationRows(TestPolicy::policy);
        var labels = new HitLabels(sql);
        organisations = new SqlOrganisations(
                sql,
                TestPolicy::policy,
                rows,
                labels,
                new Subjects(sql, ids, names, positions, transactions),
                new NameSearch(dataSource, labels, new CommonGrams(sql)),
                new Candidates(dataSource, labels),
                new Snapshots(sql, rows, positions, transactions));
        imports = new SqlRegisterImport(
                TestPolicy::policy,
                positions,
                new Statistics(sql, transactions),
                new Tools(new RegisterReads(sql), ids, position -> new RegisterWriter(dataSource, names, position)));
    }

    /** One delivery of the register, in batches, committed at its end. */
    List<RegisterOutcome> deliver(long deliveryId, int batch, List<RegisterRow> rows) {
        return transaction.execute(_ -> {
            var session = imports.open(deliveryId, "register");
            List<RegisterOutcome> outcomes = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += batch) {
                outcomes.addAll(session.add(rows.subList(from, Math.min(rows.size(), from + batch))));
            }
            return outcomes;
        });
    }

    List<RegisterOutcome> deliver(long deliveryId, RegisterRow... rows) {
        return deliver(deliveryId, 1_000, List.of(rows));
    }

    static RegisterRow row(long number, String name, String code) {
        return new RegisterRow(
                number,
                name,
                code,
                List.of(),
                State.EXISTING,
                LocalDate.of(2015, 3, 4),
                null,
                null,
                null,
                "虚省",
                "试验市",
                "批发、零售",
                null);
    }
}
