package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.StandingClock;

/** A clock that was set back makes records that are in force future ones, and sources that are late fresh: nothing is said by it. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.cases.watch-seconds=3600",
            "xinheng.archive.look-at-rules-every=1d",
            "xinheng.evaluation.look=1d"
        })
class ClockBackTest {

    private static final int CLEAN = 1;
    private static final int HIT = 2;
    private static final String HEARD = "2026-06-10";
    private static final String LATE = "2026-08-10";
    private static final StandingClock CLOCK = new StandingClock(Instant.parse(HEARD + "T04:00:00Z"));

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    @TestBean
    Clock clock;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    JdbcClient sql;

    static Clock clock() {
        return CLOCK;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void somethingIsKnown() throws Exception {
        CLOCK.noon(HEARD);
        CheckingOffice office = office();
        if (receipts() == 0) {
            office.everybodyReportsZero();
            office.deliver(CLEAN, "罚款", "5", "2026-06-05");
            office.deliver(HIT, "吊销许可证件;罚款", "300", "2026-06-05");
        }
    }

    /** With tokens of the hour. */
    private CheckingOffice office() throws Exception {
        return new CheckingOffice(port, setup, inForce.policy());
    }

    private long receipts() {
        return sql.sql("SELECT count(*) FROM measure.receipt").query(Long.class).single();
    }

    @Test
    void noHitBecomesClearOnADayBeforeTheRecord() throws Exception {
        assertThat(office().outcome(HIT, PROCUREMENT)).isEqualTo("HIT");
        long receipts = receipts();

        CLOCK.noon("2026-06-04");
        refused(HIT);
        refused(CLEAN);
        HttpResponse<String> list = office().list(PenaltyFile.code(HIT).getBytes(StandardCharsets.UTF_8));
        assertThat(list.statusCode()).as(list.body()).isEqualTo(503);

        CLOCK.noon(HEARD);
        assertThat(receipts()).isEqualTo(receipts);
        assertThat(office().outcome(HIT, PROCUREMENT)).isEqualTo("HIT");
    }

    @Test
    void noLateSourceBecomesFresh() throws Exception {
        CLOCK.noon(LATE);
        assertThat(office().outcome(CLEAN, PROCUREMENT)).isEqualTo("STALE");

        CLOCK.noon("2026-06-09");
        refused(CLEAN);

        CLOCK.noon(LATE);
        assertThat(office().outcome(CLEAN, PROCUREMENT)).isEqualTo("STALE");
    }

    @Test
    void aClockMayStandALittleBehindItsNeighbour() throws Exception {
        CLOCK.set(HEARD + "T03:59:30Z");
        assertThat(office().outcome(HIT, PROCUREMENT)).isEqualTo("HIT");
        assertThat(office().outcome(CLEAN, PROCUREMENT)).isEqualTo("CLEAR");

        CLOCK.set(HEARD + "T03:58:30Z");
        refused(HIT);
        refused(CLEAN);
    }

    private void refused(int organisation) throws Exception {
        HttpResponse<String> answer = office().asked(question(PenaltyFile.code(organisation), PROCUREMENT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("CLEAR").doesNotContain("receiptId");
    }
}
