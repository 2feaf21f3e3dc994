package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;

/** What happens between an answer and its receipt: something takes effect, or the position cannot be read. */
@SpringBootTest(
        classes = {XinhengApplication.class, OvertakenChecksTest.Between.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class OvertakenChecksTest extends AskedServer {

    private static final String COMMITTER = "check-receipts";

    /** Done once, by the thread that commits, just before its statement looks at the positions. */
    private static final AtomicReference<@Nullable Callable<Void>> BETWEEN = new AtomicReference<>();

    @TempDir
    static Path folder;

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient sql;

    @TestConfiguration(proxyBeanMethods = false)
    static class Between {
        @Bean
        static BeanPostProcessor watchedDatabase() {
            return WatchedCalls.ofBeans(DataSource.class, call -> {
                if (call.name().equals("getConnection")
                        && Thread.currentThread().getName().equals(COMMITTER)) {
                    Callable<Void> between = BETWEEN.getAndSet(null);
                    if (between != null) {
                        between.call();
                    }
                }
                return call.goOn();
            });
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void nothingHappens() {
        BETWEEN.set(null);
    }

    private static void between(Callable<?> act) {
        BETWEEN.set(() -> {
            var _ = act.call();
            return null;
        });
    }

    private String addressOf(int organisation) throws Exception {
        return office.check(organisation, PROCUREMENT)
                .path("measures")
                .get(0)
                .path("records")
                .get(0)
                .path("address")
                .asString();
    }

    /** The end is written by another thread than the committing one, which is only held up. */
    private void withdrawElsewhere(String address) throws Exception {
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            elsewhere
                    .submit(() -> archive.end(address, Ending.WITHDRAWN, "撤〔2026〕1号", "决定被撤销", "office"))
                    .get();
        }
    }

    @RepeatedTest(3)
    void anAnswerThatWasOvertakenIsGivenAgain() throws Exception {
        int organisation = 500 + (int) (archive.position().value());
        office.deliver(organisation, "吊销许可证件", "", recently);
        String address = addressOf(organisation);
        long receipts = receipts();
        between(() -> {
            withdrawElsewhere(address);
            return null;
        });

        var answer = office.check(organisation, PROCUREMENT);

        assertThat(BETWEEN.get()).isNull();
        assertThat(answer.path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(answer.path("position").asString())
                .isEqualTo(Long.toString(archive.position().value()));
        assertThat(receipts()).as("the overtaken answer left none").isEqualTo(receipts + 1);
    }

    @Test
    void anUnreadablePositionIs503AndNoReceipt() throws Exception {
        office.deliver(400, "罚款", "5", recently);
        assertThat(office.outcome(400, PROCUREMENT)).isEqualTo("CLEAR");
        long receipts = receipts();
        between(() -> {
            throw new DataAccessResourceFailureException("planted");
        });

        HttpResponse<String> answer = office.asked(question(PenaltyFile.code(400), PROCUREMENT));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("CLEAR").doesNotContain("planted");
        assertThat(receipts()).isEqualTo(receipts);
        assertThat(office.outcome(400, PROCUREMENT)).isEqualTo("CLEAR");
    }

    /** Deliveries and withdrawals in the middle of many checks: each answer must be true at the position that it quotes. */
    @Test
    void everyAnswerIsTrueAtThePositionThatItQuotes() throws Exception {
        int organisation = 450;
        office.deliver(organisation, "吊销许可证件", "", recently);
        String address = addressOf(organisation);
        AtomicInteger asked = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(people.submit(() -> {
                    asked.incrementAndGet();
                    return office.asked(question(PenaltyFile.code(organisation), PROCUREMENT));
                }));
                if (i == 60) {
                    office.deliver(organisation + 1, "罚款", "5", recently);
                }
                if (i == 120) {
                    withdrawElsewhere(address);
                }
            }
            long withdrawnAt = archive.position().value();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
                boolean before =
                        Long.parseLong(json(answer.get()).path("position").asString()) < withdrawnAt;
                assertThat(json(answer.get()).path("outcome").asString()).isEqualTo(before ? "HIT" : "CLEAR");
            }
        }
        assertThat(asked).hasValue(200);
    }

    private long receipts() {
        return sql.sql("SELECT count(*) FROM measure.receipt").query(Long.class).single();
    }
}
