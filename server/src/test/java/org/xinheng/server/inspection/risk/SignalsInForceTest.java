package org.xinheng.server.inspection.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.RiskRules.Signal;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.testkit.policy.Edited;
import tools.jackson.databind.JsonNode;

/** Only signals in force are looked at, and an entry of a list for as long as it stands. */
class SignalsInForceTest extends RecordsServer {

    private static final String SECRET = "test-secret";
    private static final LocalDate FROM = LocalDate.of(2022, 1, 13);

    @Autowired
    private RiskClasses classes;

    @BeforeEach
    void supervisor() {
        setup.client("supervision-signals", SECRET, Set.of(Permission.INSPECT), market.id());
    }

    @AfterEach
    void rulesOfTheCityAgain() {
        policyOfTest = null;
    }

    private void signals(Signal... signals) {
        Policy policy = inForce.policy();
        RiskRules risk = Objects.requireNonNull(policy.instruments().risk());
        policyOfTest = Edited.instrument(policy, "signals", "risk", Edited.with(risk, "signals", List.of(signals)));
    }

    private Signal signal(String type, boolean standing, Validity validity) {
        Rule like =
                Objects.requireNonNull(inForce.policy().instruments().risk()).rule();
        Rule rule =
                new Rule("risk.signal." + type, like.title(), validity, like.basis(), like.confidence(), like.place());
        return new Signal(rule, type, null, 1, Period.ofDays(1), standing, "D");
    }

    private JsonNode asked(int number) throws Exception {
        return json(server.get(
                "/api/v1/organisations/" + PenaltyFile.code(number) + "/risk-class?purpose=plan",
                server.token("supervision-signals", SECRET)));
    }

    @Test
    void whereNoSignalIsInForceThatIsSaidAndNotThatNothingWasFound() throws Exception {
        deliver(penalties(base, 1));
        assertThat(asked(base).path("defaulted").asString()).contains("没有发现风险信号");

        signals(signal(PENALTY, false, new Validity(FROM, day().minusDays(1))));

        JsonNode said = asked(base);
        assertThat(said.path("byDefault").asBoolean()).isTrue();
        assertThat(said.path("defaulted").asString()).contains("没有有效的风险分类指标").doesNotContain("没有发现");
        assertThat(said.path("level").path("id").asString()).isEqualTo("B");
    }

    @Test
    void recordsOfASignalThatIsNotInForceAreNotRead() {
        List<Object> read = new ArrayList<>();
        Archive watched = WatchedCalls.watched(Archive.class, archive, call -> {
            read.add(Objects.requireNonNull(call.given(call.arguments() - 2)));
            return call.goOn();
        });
        var asked = new ArchiveRiskClasses(watched, organisations, inForce, clock);
        signals(
                signal(PENALTY, false, new Validity(FROM, day().minusDays(1))),
                signal("honour", false, new Validity(day().plusDays(1), null)),
                signal("severe-list", true, new Validity(FROM, null)));

        asked.now();
        assertThat(asked.of(1)).isEmpty();

        assertThat(read).containsExactly(List.of("severe-list"), List.of("severe-list"));
    }

    @Test
    void anEntryThatBeganBeforeTheLookBackCountsWhileItStands() throws Exception {
        deliverEntry(day().minusDays(9), day().plusYears(1));
        long listed = organisation(base).id();
        signals(signal("severe-list", false, new Validity(FROM, null)));
        assertThat(classes.of(listed)).as("decided before the look-back").isEmpty();

        signals(signal("severe-list", true, new Validity(FROM, null)));

        assertThat(classes.of(listed)).isPresent();
        assertThat(classes.now().of(listed)).contains("D");
    }

    private void deliverEntry(LocalDate decided, LocalDate until) throws Exception {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("YZ_MC", PenaltyFile.name(base));
        row.put("YZ_LB", "法人及非法人组织");
        row.put("YZ_DM", PenaltyFile.code(base));
        row.put("YZ_WSH", "险列〔2026〕" + base + "号");
        row.put("YZ_LY", "重大税收违法");
        row.put("YZ_MC_MD", "重大税收违法失信名单");
        row.put("YZ_SY", "情节严重。");
        row.put("YZ_YJ", "有关办法第八条");
        row.put("YZ_LRRQ", decided.toString());
        row.put("YZ_QXZ", until.toString());
        row.put("YZ_JG", market.name().zh());
        row.put("YZ_JGDM", market.code());
        row.put("YZ_LYDW", market.name().zh());
        row.put("YZ_LYDWDM", market.code());
        String file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        var order = new Order("severe-list", market.code(), "test", "l.csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        assertThat(closed.counts().accepted()).as(closed.findings().toString()).isEqualTo(1);
    }
}
