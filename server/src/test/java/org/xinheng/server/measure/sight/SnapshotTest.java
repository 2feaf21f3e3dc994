package org.xinheng.server.measure.sight;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.AskedServer;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterRow;

/** What stands in memory is what stands in the database, whatever happened in between. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class SnapshotTest extends AskedServer {

    private static final AtomicInteger NEXT = new AtomicInteger(3_000);

    @TempDir
    static Path folder;

    @Autowired
    Archive archive;

    @Autowired
    Holdings holdings;

    @Autowired
    Organisations organisations;

    @Autowired
    RegisterImport imports;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> afterReading = new AtomicReference<>();
    private int organisation;
    private Sources sources;
    private DirectSights direct;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void open() throws Exception {
        organisation = NEXT.addAndGet(10);
        sources = new Sources(watched(archive), holdings, organisations, inForce.policy(), clock.getZone());
        direct = new DirectSights(new Sources(archive, holdings, organisations, inForce.policy(), clock.getZone()));
    }

    /** Counts how often a single organisation's records are read, and lets something happen just after. */
    private Archive watched(Archive archive) {
        return WatchedCalls.watched(Archive.class, archive, call -> {
            Object read = call.goOn();
            if (call.name().equals("currentOf")) {
                readings.incrementAndGet();
                Runnable meanwhile = afterReading.getAndSet(null);
                if (meanwhile != null) {
                    meanwhile.run();
                }
            }
            return read;
        });
    }

    private CodeFinding code(String code) {
        return CodeReader.of(inForce.policy().codes()).read(code);
    }

    private CodeFinding code(int organisation) {
        return code(PenaltyFile.code(organisation));
    }

    private static List<String> records(Sight sight) {
        return sight.records().stream()
                .map(record -> record.label().address() + " " + record.label().number() + " "
                        + record.authority() + " " + record.severity() + " " + record.version() + " "
                        + record.ground())
                .sorted()
                .toList();
    }

    private void agree(Snapshot snapshot, CodeFinding code) {
        Sight kept = snapshot.look(code);
        Sight read = direct.look(code);
        assertThat(kept.at()).isEqualTo(read.at());
        assertThat(kept.subject()).isEqualTo(read.subject());
        assertThat(records(kept)).isEqualTo(records(read));
    }

    private void endFirst(int organisation) {
        String address =
                direct.look(code(organisation)).records().getFirst().label().address();
        archive.end(address, Ending.WITHDRAWN, "撤1号", "撤销", "office");
    }

    private void register(RegisterRow row) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> imports.open(1, "market").add(List.of(row)));
    }

    private static RegisterRow row(String name, String code, List<String> older) {
        return new RegisterRow(
                1, name, code, older, Organisation.State.EXISTING, null, null, null, "990101", null, null, null, null);
    }

    @Test
    void agreesWithTheDatabaseThroughDeliveryCorrectionAndEnd() throws Exception {
        office.deliver(organisation, "吊销许可证件;罚款", "5", recently);
        office.deliver(organisation + 1, "罚款", "5", recently);
        Snapshot snapshot = Snapshot.load(sources);
        agree(snapshot, code(organisation));
        agree(snapshot, code(organisation + 1));
        agree(snapshot, code(organisation + 2));
        assertThat(snapshot.look(code(organisation)).records()).hasSize(1);
        assertThat(snapshot.look(code(organisation + 1)).records())
                .as("no measure rests on it")
                .isEmpty();

        office.deliver(organisation + 1, "罚款", "999", recently);
        office.deliver(organisation + 2, "责令关闭", "", recently);
        snapshot.renew();
        agree(snapshot, code(organisation + 1));
        agree(snapshot, code(organisation + 2));
        assertThat(snapshot.look(code(organisation + 1)).records()).hasSize(1);

        endFirst(organisation);
        endFirst(organisation + 2);
        snapshot.renew();
        assertThat(snapshot.catchUp(100)).isFalse();
        agree(snapshot, code(organisation));
        agree(snapshot, code(organisation + 2));
        assertThat(snapshot.look(code(organisation)).records()).isEmpty();
    }

    @Test
    void followsTheRegister() throws Exception {
        office.deliver(organisation, "吊销许可证件", "", recently);
        Snapshot snapshot = Snapshot.load(sources);
        assertThat(requireNonNull(snapshot.look(code(organisation)).subject()).registered())
                .isFalse();

        register(row("示例市改名商贸有限公司", PenaltyFile.code(organisation), List.of()));
        register(row("示例市新来商贸有限公司", PenaltyFile.code(organisation + 1), List.of()));
        snapshot.renew();

        agree(snapshot, code(organisation));
        agree(snapshot, code(organisation + 1));
        Subject subject = requireNonNull(snapshot.look(code(organisation)).subject());
        assertThat(subject.registered()).isTrue();
        assertThat(subject.name()).isEqualTo("示例市改名商贸有限公司");
        assertThat(subject.state()).isEqualTo(Organisation.State.EXISTING);
    }

    @Test
    void anOlderNumberIdentifiesWhereItBelongsToOne() {
        String number = "990101%07d".formatted(organisation);
        register(row("示例市甲厂", PenaltyFile.code(organisation), List.of(number)));
        register(row("示例市乙厂", PenaltyFile.code(organisation + 1), List.of("9901019999999")));
        register(row("示例市丙厂", PenaltyFile.code(organisation + 2), List.of("9901019999999")));
        Snapshot snapshot = Snapshot.load(sources);

        agree(snapshot, code("9901019999999"));
        assertThat(snapshot.look(code("9901019999999")).subject()).isNull();
        assertThat(snapshot.look(code("9901018888888")).subject()).isNull();
        agree(snapshot, code(number));
        assertThat(requireNonNull(snapshot.look(code(number)).subject()).code())
                .isEqualTo(PenaltyFile.code(organisation));
    }

    @Test
    void recordsOfAMergedEntryAreThoseOfTheOneThatItLeadsTo() throws Exception {
        office.deliver(organisation, "吊销许可证件", "", recently);
        office.deliver(organisation + 1, "责令关闭", "", recently);
        Snapshot snapshot = Snapshot.load(sources);
        long from = requireNonNull(snapshot.look(code(organisation)).subject()).id();
        long to =
                requireNonNull(snapshot.look(code(organisation + 1)).subject()).id();

        Mergers.merge(sql, from, to);
        snapshot.renew();

        agree(snapshot, code(organisation));
        agree(snapshot, code(organisation + 1));
        assertThat(requireNonNull(snapshot.look(code(organisation)).subject()).id())
                .isEqualTo(to);
        assertThat(snapshot.look(code(organisation)).records()).hasSize(2);
        agree(Snapshot.load(sources), code(organisation));

        Mergers.unlink(sql, from);
        snapshot.renew();

        agree(snapshot, code(organisation));
        agree(snapshot, code(organisation + 1));
        assertThat(snapshot.look(code(organisation + 1)).records()).hasSize(1);
    }

    @Test
    void changedRecordsAreReadOnceAndUnchangedOnesNever() throws Exception {
        office.deliver(organisation, "吊销许可证件", "", recently);
        Snapshot snapshot = Snapshot.load(sources);
        snapshot.look(code(organisation));
        assertThat(readings).hasValue(0);

        office.deliver(organisation, "吊销许可证件;责令关闭", "", recently);
        snapshot.renew();
        snapshot.look(code(organisation));
        snapshot.look(code(organisation));
        assertThat(readings).hasValue(1);

        office.deliver(organisation, "责令关闭", "", recently);
        snapshot.renew();
        assertThat(snapshot.catchUp(100)).isFalse();
        agree(snapshot, code(organisation));
        assertThat(readings).hasValue(1);
    }

    @Test
    void catchesUpInStepsAndSaysWhenThereIsMore() throws Exception {
        Snapshot snapshot = Snapshot.load(sources);
        for (int i = 0; i < 3; i++) {
            office.deliver(organisation + i, "吊销许可证件", "", recently);
        }
        snapshot.renew();

        assertThat(snapshot.catchUp(2)).isTrue();
        assertThat(snapshot.catchUp(2)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(snapshot.look(code(organisation + i)).records()).hasSize(1);
        }
        assertThat(readings).hasValue(0);
    }

    /** A check reads the records, then the record ends and the snapshot is renewed, then the check puts down what it read. */
    @Test
    void anOlderReadingNeverLandsOnALaterChange() throws Exception {
        office.deliver(organisation, "罚款", "5", recently);
        Snapshot snapshot = Snapshot.load(sources);
        office.deliver(organisation, "吊销许可证件", "", recently);
        snapshot.renew();
        afterReading.set(() -> {
            endFirst(organisation);
            snapshot.renew();
        });

        assertThat(snapshot.look(code(organisation)).records())
                .as("as it was read")
                .hasSize(1);

        assertThat(afterReading.get()).isNull();
        assertThat(snapshot.look(code(organisation)).records()).isEmpty();
    }
}
