package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.ChangeWatch;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.measure.CheckingOffice;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that ends between a change and its being told tells it when it is back, once. */
class SubscriptionRestartTest {

    private static final String SECRET = "test-secret";
    private static final String PATH = "/api/v1/check-subscriptions";
    private static final int ORGANISATION = 7;

    @TempDir
    Path folder;

    private final Map<String, Object> properties = new LinkedHashMap<>(Map.of(
            "server.port", "0",
            "xinheng.access.password-rounds", "4",
            "xinheng.pack", "demo-city"));

    private ServletWebServerApplicationContext start() {
        properties.put("xinheng.data", folder.toString());
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(XinhengApplication.class)
                .properties(properties)
                .run();
    }

    private static int port(ServletWebServerApplicationContext server) {
        return Objects.requireNonNull(server.getWebServer()).getPort();
    }

    private static JsonNode changes(int port) throws Exception {
        var http = new ServerOfSources(port);
        return json(http.get(PATH + "/changes", http.token("watcher", SECRET)));
    }

    @Test
    void changesBeforeTheEndAreToldOnceAfterIt() throws Exception {
        TestDatabase.register((name, value) -> properties.put(name, String.valueOf(value.get())));
        try (var first = start()) {
            var setup = first.getBean(AccountsSetup.class);
            setup.client("watcher", SECRET, Set.of(Permission.CHECK), null);
            var office = new CheckingOffice(
                    port(first), setup, first.getBean(PolicyInForce.class).policy());
            office.deliver(
                    ORGANISATION, "罚款;吊销许可证件", "5", LocalDate.now().minusDays(3).toString());
            var http = new ServerOfSources(port(first));
            var order = Map.of(
                    "name", "供应商",
                    "matter", CheckingOffice.PROCUREMENT,
                    "purpose", "履约核查",
                    "caseNumber", "1",
                    "operator", "履约岗",
                    "codes", List.of(PenaltyFile.code(ORGANISATION), PenaltyFile.code(ORGANISATION + 1)));
            var opened = http.post(
                    PATH, http.token("watcher", SECRET), JsonMapper.shared().writeValueAsString(order));
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
            first.getBean("subscriptionWatch", ChangeWatch.class).close();
            var organisation = first.getBean(Organisations.class)
                    .findByCode(PenaltyFile.code(ORGANISATION))
                    .orElseThrow();
            var archive = first.getBean(Archive.class);
            var ended = archive.withdraw(
                    archive.currentOf(organisation.id()).getFirst().address(),
                    new Archive.Withdrawal("revoked", "澜府复决〔2026〕9号", null, CorrectionServer.STATEMENT),
                    "test");
            assertThat(ended).isInstanceOf(Archive.EndResult.Ended.class);
            assertThat(changes(port(first)).path("changes").isEmpty()).isTrue();
        }
        try (var second = start()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(
                                    changes(port(second)).path("changes").size())
                            .isEqualTo(1));
            assertThat(changes(port(second)).path("changes").get(0).path("code").asString())
                    .isEqualTo(PenaltyFile.code(ORGANISATION));
        }
        try (var third = start()) {
            third.getBean("subscriptionWatch", ChangeWatch.class).close();
            assertThat(changes(port(third)).path("changes").size()).as("once").isEqualTo(1);
        }
    }
}
