package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Role;
import org.xinheng.testkit.policy.Edited;
import tools.jackson.databind.JsonNode;

/** Law 2: what lacks its law, number, authority or window is refused publication and stands in a queue with the reason. */
class HeldQueueTest extends RecordsServer {

    private static final String QUEUE = "/api/v1/queues/held";

    /** Rules whose windows begin on 1 April 2026: an older decision has none. */
    @BeforeEach
    void takeTheOlderWindowsAway() {
        policyOfTest = withoutOlderWindows(inForce.policy());
    }

    @AfterEach
    void giveThemBack() {
        policyOfTest = null;
    }

    private static Policy withoutOlderWindows(Policy policy) {
        var gates = new LinkedHashMap<>(policy.gates());
        var rules = Objects.requireNonNull(gates.get(PENALTY));
        var editions = new ArrayList<>(rules.windows().editions());
        editions.removeIf(edition -> edition.rule().validity().covers(java.time.LocalDate.of(2020, 1, 1)));
        GateRules dated = Edited.with(
                rules, "windows", new DatedTable<>(editions, rules.windows().validity()));
        gates.put(PENALTY, Edited.with(dated, "favourable", false));
        return Edited.with(policy, "gates", gates);
    }

    private PenaltyFile withoutWindow(int organisation) {
        return penalties(organisation, 1).set(0, "CF_JDRQ", "2026/03/02").set(0, "CF_YXQ", "2027/03/02");
    }

    private List<String> addresses(JsonNode answer) {
        var addresses = new ArrayList<String>();
        answer.path("records")
                .forEach(record -> addresses.add(record.path("address").asString()));
        return addresses;
    }

    private JsonNode list(String client, String query) throws Exception {
        var answer = server.get(QUEUE + "?size=200" + query, token(client));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void recordWithoutWindowIsKeptNotShownAndStandsInTheQueueWithTheReason() throws Exception {
        assertThat(deliver(withoutWindow(base)).counts().accepted()).isEqualTo(1);
        var address = addressOf(base);

        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(404);
        var held = list("market", "");
        assertThat(held.path("records"))
                .filteredOn(record -> record.path("address").asString().equals(address))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("number").asString()).isEqualTo(PenaltyFile.number(base));
                    assertThat(record.path("why").get(0).asString()).contains("公示期限", "请信用牵头单位补充规则");
                    assertThat(record.path("reasons").toString()).contains("gate.no-window");
                });
        assertThat(held.path("held").asLong()).isPositive();
    }

    @Test
    void correctedRecordLeavesTheQueue() throws Exception {
        deliver(withoutWindow(base));
        var address = addressOf(base);
        policyOfTest = null;

        deliver(withoutWindow(base).set(0, "BZ", "补正"));

        assertThat(addresses(list("market", ""))).doesNotContain(address);
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(200);
    }

    @Test
    void sourceSeesItsOwnOnly() throws Exception {
        deliver(withoutWindow(base));
        var address = addressOf(base);
        assertThat(addresses(list("ecology", ""))).doesNotContain(address);
        assertThat(addresses(list("office", ""))).contains(address);
        assertThat(addresses(list("auditor", ""))).contains(address);
        assertThat(server.get(QUEUE, null).statusCode()).isEqualTo(401);
        assertThat(clerk(Role.APPROVING_OFFICER).reads("/queues/held").status()).isEqualTo(403);
        assertThat(clerkOf(ecology).reads("/queues/held").body()).doesNotContain(PenaltyFile.name(base));
        assertThat(clerkOf(market).reads("/queues/held").body()).contains("/own-records?q=" + address);
        assertThat(clerk(Role.AUDITOR).reads("/queues/held").body())
                .as("who may mend nothing is led nowhere")
                .contains(PenaltyFile.name(base))
                .doesNotContain("/own-records?q=");
    }

    @Test
    void fineWithoutThresholdIsShownMarkedAndWaitsForItsClass() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);

        var unconfirmed = list("market", "&kind=UNCONFIRMED");
        assertThat(unconfirmed.path("records"))
                .filteredOn(record -> record.path("address").asString().equals(address))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("severity").asString()).isEqualTo("general");
                    assertThat(record.path("why").get(0).asString()).contains("待认定机关确认");
                });
        assertThat(addresses(list("market", ""))).doesNotContain(address);
        assertThat(addresses(list("ecology", "&kind=UNCONFIRMED"))).doesNotContain(address);

        deliver(penalties(base, 1).set(0, "CF_SXCD", "一般"));
        assertThat(addresses(list("market", "&kind=UNCONFIRMED"))).doesNotContain(address);
    }

    @Test
    void pagesGoOnWhereTheyEnded() throws Exception {
        var file = penalties(base, 5);
        for (int row = 0; row < 5; row++) {
            file.set(row, "CF_JDRQ", "2026/03/0" + (row + 1)).set(row, "CF_YXQ", "2027/03/03");
        }
        deliver(file);
        var all = addresses(list("office", ""));
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page = json(server.get(QUEUE + "?size=2" + after, token("office")));
            seen.addAll(addresses(page));
            after = page.path("next").isMissingNode()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).isEqualTo(all).contains(addressOf(base), addressOf(base + 4));
    }

    @Test
    void clerkReadsWhyAndWhatToDo() throws Exception {
        deliver(withoutWindow(base));
        var page = clerkOf(market).reads("/queues/held");
        assertThat(page.body()).contains("待补正记录", PenaltyFile.name(base), "请信用牵头单位补充规则", "aria-current=\"page\"");
        deliver(penalties(base + 1, 1));
        assertThat(clerkOf(market).reads("/queues/held?kind=UNCONFIRMED").body())
                .contains(PenaltyFile.name(base + 1), "暂按“一般”公示");
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/en/queues/held").body()).contains("Held records");
    }
}
