package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.measure.FaultBench.HIT;
import static org.xinheng.server.measure.FaultBench.both;
import static org.xinheng.server.measure.FaultBench.hit;
import static org.xinheng.server.measure.FaultBench.none;
import static org.xinheng.server.measure.FaultBench.nothingInMemory;
import static org.xinheng.server.measure.FaultBench.until;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.FaultBench.Lifting;
import org.xinheng.server.measure.FaultyWire.Fault;

/** The database is away, full or in its own way, before an answer and while its receipt is written. */
final class FaultsOfStorage {

    private final FaultBench bench;

    FaultsOfStorage(FaultBench bench) {
        this.bench = bench;
    }

    List<DynamicTest> all() {
        return Stream.of(ofTheDatabase(), ofTheReceipt()).flatMap(List::stream).toList();
    }

    private List<DynamicTest> ofTheDatabase() {
        return List.of(
                bench.fault("database down", () -> bench.toDatabase(Fault.DOWN), none(Why.SERVER, Why.TIMEOUT)),
                bench.fault(
                        "database does not answer",
                        () -> bench.toDatabase(Fault.silent()),
                        none(Why.SERVER, Why.TIMEOUT)),
                bench.fault("database read-only", this::readOnly, none(Why.SERVER, Why.TIMEOUT)),
                bench.fault(
                        "connection reset in the middle of an answer",
                        () -> both(nothingInMemory(), bench.toDatabase(Fault.cutAnswerWith(PenaltyFile.code(HIT)))),
                        none(Why.SERVER)),
                bench.fault("pool exhausted", this::poolExhausted, none(Why.SERVER, Why.TIMEOUT)));
    }

    private Lifting readOnly() {
        String url = bench.database.jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        bench.owner
                .sql("ALTER DATABASE " + name + " SET default_transaction_read_only = on")
                .update();
        bench.toDatabase.cutAll();
        return () -> {
            try (Connection writing = bench.database.owner().getConnection()) {
                writing.createStatement().execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
                writing.createStatement().execute("ALTER DATABASE " + name + " RESET default_transaction_read_only");
            }
            bench.toDatabase.cutAll();
        };
    }

    private Lifting poolExhausted() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(bench.database.app().getConnection());
            }
        } catch (SQLException e) {
            assertThat(taken).isNotEmpty();
        }
        return () -> {
            for (Connection one : taken) {
                one.close();
            }
        };
    }

    private List<DynamicTest> ofTheReceipt() {
        return List.of(
                bench.fault(
                        "disk full while a receipt is written",
                        () -> bench.refusedBy("measure.receipt", "INSERT", "53100"),
                        none(Why.SERVER)),
                bench.fault(
                        "transactions in each other's way",
                        () -> bench.refusedBy("measure.receipt", "INSERT", "40001"),
                        none(Why.SERVER)),
                bench.fault("connection lost between commit and answer", this::commitUnknown, none(Why.SERVER)),
                bench.fault("log of reads locked", this::logLocked, none(Why.SERVER, Why.TIMEOUT)),
                bench.fault(
                        "keys of requests cannot be kept",
                        () -> bench.refusedBy("access.idempotent_request", "INSERT", "53100"),
                        none(Why.SERVER)),
                bench.fault(
                        "answers to requests with a key cannot be kept",
                        () -> bench.refusedBy("access.idempotent_request", "UPDATE", "53100"),
                        hit()));
    }

    private Lifting commitUnknown() {
        long before = receipts();
        bench.toDatabase.plant(Fault.loseAnswerTo("\"receiptId\""));
        return () -> {
            bench.toDatabase.lift();
            assertThat(receipts()).as("they stand, and nobody was told").isGreaterThan(before);
        };
    }

    private Lifting logLocked() throws SQLException {
        long before = receipts();
        Connection holding = bench.database.owner().getConnection();
        holding.setAutoCommit(false);
        holding.createStatement().execute("LOCK TABLE access.read_log IN ACCESS EXCLUSIVE MODE");
        return () -> {
            // What waits at the database is called back before the lock goes: no receipt comes to stand of what was
            // refused.
            until(
                    "nothing waits for the lock",
                    () -> bench.owner
                                    .sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                            + " AND datname = current_database()")
                                    .query(Long.class)
                                    .single()
                            == 0);
            holding.rollback();
            holding.close();
            assertThat(receipts()).isEqualTo(before);
        };
    }

    private long receipts() {
        return bench.owner
                .sql("SELECT count(*) FROM measure.receipt")
                .query(Long.class)
                .single();
    }
}
