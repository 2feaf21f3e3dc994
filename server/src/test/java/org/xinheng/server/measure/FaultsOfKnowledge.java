package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xinheng.server.measure.FaultBench.AT_CONNECTION;
import static org.xinheng.server.measure.FaultBench.CLOCK;
import static org.xinheng.server.measure.FaultBench.HIT;
import static org.xinheng.server.measure.FaultBench.LICENCE;
import static org.xinheng.server.measure.FaultBench.both;
import static org.xinheng.server.measure.FaultBench.hit;
import static org.xinheng.server.measure.FaultBench.none;
import static org.xinheng.server.measure.FaultBench.nothingInMemory;
import static org.xinheng.server.measure.FaultBench.rules;
import static org.xinheng.server.measure.FaultBench.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.client.CheckResult;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.FaultBench.Lifting;
import org.xinheng.server.measure.receipt.ReceiptKeys;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyRefused;
import org.xinheng.server.seal.SigningKey;

/** What the server answers from is missing, half there or unreadable: its memory, the records, the rules, its key. */
final class FaultsOfKnowledge {

    private static final String SNAPSHOT = "check-snapshot";
    private static final String COMMITTER = "check-receipts";
    private static final int CONNECTIONS_OF_A_LOAD = 10;

    private final FaultBench bench;
    private final JdbcClient sql;
    private final Path folder;

    /**
     * @param sql as the server itself reaches its database
     * @param folder of the server's data
     */
    FaultsOfKnowledge(FaultBench bench, JdbcClient sql, Path folder) {
        this.bench = bench;
        this.sql = sql;
        this.folder = folder;
    }

    List<DynamicTest> all() {
        return Stream.of(ofWhatIsInMemory(), ofWhatIsKnown(), ofRulesAndKey())
                .flatMap(List::stream)
                .toList();
    }

    private List<DynamicTest> ofWhatIsInMemory() {
        return List.of(
                bench.fault(
                        "memory not loaded yet",
                        () -> {
                            AT_CONNECTION.put(SNAPSHOT, FaultsOfKnowledge::noConnection);
                            return both(nothingInMemory(), () -> AT_CONNECTION.remove(SNAPSHOT));
                        },
                        hit()),
                bench.fault(
                        "memory is not renewed",
                        () -> {
                            bench.office.deliver(3, "罚款", "5", "2026-06-05");
                            assertThat(bench.asked(3)).isInstanceOf(CheckResult.Clear.class);
                            AT_CONNECTION.put(SNAPSHOT, FaultsOfKnowledge::noConnection);
                            bench.office.deliver(3, LICENCE, "300", "2026-06-06");
                            assertThat(bench.asked(3)).isInstanceOf(CheckResult.Hit.class);
                            return () -> AT_CONNECTION.remove(SNAPSHOT);
                        },
                        hit()),
                bench.fault(
                        "positions move between answer and receipt",
                        () -> {
                            bench.office.deliver(4, "罚款", "5", "2026-06-05");
                            assertThat(bench.asked(4)).isInstanceOf(CheckResult.Clear.class);
                            AT_CONNECTION.put(COMMITTER, () -> {
                                AT_CONNECTION.remove(COMMITTER);
                                bench.office.deliver(4, LICENCE, "300", "2026-06-06");
                                return true;
                            });
                            assertThat(bench.asked(4)).isInstanceOf(CheckResult.Hit.class);
                            assertThat(AT_CONNECTION).isEmpty();
                            return () -> {};
                        },
                        hit()));
    }

    private static Object noConnection() throws SQLException {
        throw new SQLTransientConnectionException("planted");
    }

    private List<DynamicTest> ofWhatIsKnown() {
        return List.of(
                bench.fault("delivery half loaded", this::halfLoaded, hit()),
                bench.fault("content of a record unreadable", this::unreadableRecord, none(Why.SERVER)),
                bench.fault("register without names", this::registerEmpty, none(Why.SERVER)),
                bench.fault("register without names, as memory is loaded", this::loadedFromNothing, none(Why.SERVER)),
                dynamicTest("a list beyond its limit", () -> {
                    List<Integer> many = new ArrayList<>();
                    for (int i = 0; i < 60; i++) {
                        many.add(HIT);
                    }
                    assertThat(bench.list(many)).contains("check.list-too-long").doesNotContain("CLEAR");
                    bench.hitAgain();
                }));
    }

    private Lifting halfLoaded() throws Exception {
        Lifting lifting = bench.refusedBy("archive.act", "INSERT", "53100");
        bench.office.begin(HIT, LICENCE, "300", "2026-06-07");
        until(
                "rows are loaded",
                () -> bench.owner
                        .sql("SELECT EXISTS (SELECT FROM archive.version v WHERE NOT EXISTS"
                                + " (SELECT FROM archive.act a WHERE a.id = v.delivery_id))")
                        .query(Boolean.class)
                        .single());
        return lifting;
    }

    private Lifting unreadableRecord() {
        String ofHit = " WHERE organisation_id = (SELECT id FROM organisation.organisation WHERE code = '"
                + PenaltyFile.code(HIT) + "')";
        bench.owner
                .sql("CREATE TABLE archive.planted AS SELECT record_id, version_no, payload FROM archive.version"
                        + ofHit)
                .update();
        bench.owner
                .sql("UPDATE archive.version SET payload = '\\x00ff01'" + ofHit)
                .update();
        return both(nothingInMemory(), () -> {
            bench.owner
                    .sql("UPDATE archive.version v SET payload = p.payload FROM archive.planted p" + ofHit
                            + " AND v.record_id = p.record_id AND v.version_no = p.version_no")
                    .update();
            bench.owner.sql("DROP TABLE archive.planted").update();
        });
    }

    private Lifting registerEmpty() {
        bench.owner.sql("ALTER TABLE organisation.name RENAME TO name_away").update();
        bench.owner
                .sql("CREATE TABLE organisation.name (LIKE organisation.name_away)")
                .update();
        bench.owner
                .sql("GRANT SELECT, INSERT ON organisation.name TO xinheng_app")
                .update();
        return both(nothingInMemory(), () -> {
            bench.owner.sql("DROP TABLE organisation.name").update();
            bench.owner.sql("ALTER TABLE organisation.name_away RENAME TO name").update();
        });
    }

    /** Every try to load takes some connections: by so many of them one try is over. */
    private Lifting loadedFromNothing() throws Exception {
        Lifting lifting = registerEmpty();
        AtomicInteger taken = new AtomicInteger();
        AT_CONNECTION.put(SNAPSHOT, taken::incrementAndGet);
        until("memory was loaded or refused", () -> taken.get() > CONNECTIONS_OF_A_LOAD);
        AT_CONNECTION.remove(SNAPSHOT);
        return lifting;
    }

    private List<DynamicTest> ofRulesAndKey() {
        return List.of(
                bench.fault(
                        "no pack in force",
                        () -> rules(() -> {
                            throw new IllegalStateException("planted");
                        }),
                        none(Why.SERVER)),
                dynamicTest("a matter that the pack does not know", () -> {
                    assertThat(bench.asked(HIT, "no-such-matter")).isInstanceOf(CheckResult.Refused.class);
                    bench.hitAgain();
                }),
                bench.fault(
                        "catalogue of measures empty",
                        () -> {
                            Policy bare = DemoCity.again(List.of());
                            return rules(() -> bare);
                        },
                        none(Why.SERVER)),
                bench.fault("signing key gone while the server runs", this::keyGone, hit()),
                dynamicTest("signing key lost before a start", () -> {
                    Path empty = Files.createDirectories(folder.resolve("empty"));
                    assertThatThrownBy(() -> new ReceiptKeys(sql, CLOCK).open(empty, Algorithm.SM2))
                            .isInstanceOf(KeyRefused.class);
                    assertThat(empty).isEmptyDirectory();
                    bench.hitAgain();
                }),
                dynamicTest("signing key unreadable at the start", () -> {
                    Path damaged = Files.createDirectories(folder.resolve("damaged"));
                    Files.write(damaged.resolve("receipts-a"), new byte[3]);
                    assertThatThrownBy(() -> SigningKey.read(damaged, "receipts"))
                            .hasMessageContaining("receipts-a");
                    bench.hitAgain();
                }));
    }

    private Lifting keyGone() throws IOException {
        Path keys = folder.resolve("keys");
        Path away = folder.resolve("keys-away");
        Files.move(keys, away);
        return () -> Files.move(away, keys);
    }
}
