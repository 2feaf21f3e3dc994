package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.policy.PolicyInForce;

/** With the snapshot in memory and the database away, an answer could be given; it must not be. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class DatabaseAwayTest {

    private static final int WITHIN_TRUST_OF_TOKENS = 3;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    Database database;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @Test
    void databaseAwayIs503AndNoReceiptAndAfterwardsAllIsWell() throws Exception {
        CheckingOffice office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();
        office.deliver(1, "罚款", "5", LocalDate.now(clock).minusDays(3).toString());
        assertThat(office.outcome(1, PROCUREMENT)).isEqualTo("CLEAR");
        long receipts = receipts();

        TestDatabase.away(database, () -> {
            for (int i = 0; i < WITHIN_TRUST_OF_TOKENS; i++) {
                refused(office);
            }
            Thread.sleep(1_200);
            refused(office);
        });

        assertThat(statusWhenBack(office)).isEqualTo(200);
        assertThat(receipts()).isEqualTo(receipts + 1);
    }

    private static void refused(CheckingOffice office) throws Exception {
        HttpResponse<String> answer = office.asked(question(PenaltyFile.code(1), PROCUREMENT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("CLEAR").doesNotContain("receiptId");
    }

    /** The pool needs some seconds to find its database again. */
    private static int statusWhenBack(CheckingOffice office) throws Exception {
        int status = 503;
        for (int i = 0; i < 100 && status == 503; i++) {
            Thread.sleep(200);
            status = office.asked(question(PenaltyFile.code(1), PROCUREMENT)).statusCode();
        }
        return status;
    }

    private long receipts() {
        return sql.sql("SELECT count(*) FROM measure.receipt").query(Long.class).single();
    }
}
