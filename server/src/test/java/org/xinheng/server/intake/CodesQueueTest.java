package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Field;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;

/** Wrong and duplicate codes wait for a human, who says how it ended and why; nothing is mended by itself. */
class CodesQueueTest extends RecordsServer {

    private static final String QUEUE = "/api/v1/queues/codes";
    private static final String REGISTER = "organisation-register";

    /** @param rows name and code of each */
    private Delivery register(String... rows) throws Exception {
        var fields = inForce.policy().recordType(REGISTER).orElseThrow().fields();
        var text = new StringBuilder(fields.stream().map(Field::name).collect(Collectors.joining(",")));
        for (int i = 0; i < rows.length; i += 2) {
            var cells = new String[fields.size()];
            Arrays.fill(cells, "");
            for (int column = 0; column < cells.length; column++) {
                switch (fields.get(column).name()) {
                    case "name" -> cells[column] = rows[i];
                    case "uscc_raw" -> cells[column] = rows[i + 1];
                    default -> {}
                }
            }
            text.append('\n').append(String.join(",", cells));
        }
        var order = new Order(REGISTER, market.code(), "test", "register.csv", null, false);
        var taken = deliveries.receive(
                order, new ByteArrayInputStream(text.append('\n').toString().getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        assertThat(closed.state()).as("%s", closed.findings()).isEqualTo(Delivery.State.CLOSED);
        return closed;
    }

    private String wrongCheck() {
        return CodeMint.withWrongCheck(PenaltyFile.code(base), new Random(base));
    }

    private JsonNode entryOf(String name) throws Exception {
        for (var entry : json(server.get(QUEUE + "?size=200", token("market"))).path("entries")) {
            if (entry.path("name").asString().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError("no entry of " + name);
    }

    private HttpResponse<String> settle(String client, JsonNode entry, String outcome, String reason) throws Exception {
        return server.post(
                QUEUE + "/" + entry.path("id").asString() + "/resolution",
                token(client),
                object("outcome", outcome, "reason", reason));
    }

    @Test
    void codeConfirmedByTheRegisteringAuthorityIsTakenWhenItsRowComesAgain() throws Exception {
        var name = PenaltyFile.name(base);
        assertThat(register(name, wrongCheck()).counts().waiting()).isEqualTo(1);
        var entry = entryOf(name);
        assertThat(entry.path("fault").asString()).isEqualTo("CHECKSUM_MISMATCH");
        assertThat(entry.path("why").asString()).contains("请登记机关核对");
        long open = open("CHECKSUM_MISMATCH");

        var settled = settle("market", entry, "CONFIRMED", "登记机关来函确认该代码属实。");

        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
        assertThat(json(settled).path("settled").path("outcome").asString()).isEqualTo("CONFIRMED");
        assertThat(open("CHECKSUM_MISMATCH")).isEqualTo(open - 1);
        assertThat(organisations.findByCode(wrongCheck()).orElseThrow().name()).isEqualTo(name);
        assertThat(register(name, wrongCheck()).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(organisations.findByCode(wrongCheck()).orElseThrow().registered())
                .isTrue();
    }

    private long open(String fault) throws Exception {
        return json(server.get(QUEUE, token("market"))).path("open").path(fault).asLong();
    }

    @Test
    void otherNameThatWasDecidedAgainstIsRefusedFromThenOn() throws Exception {
        var code = PenaltyFile.code(base);
        var right = PenaltyFile.name(base);
        var wrong = "另一名称" + base + "有限公司";
        assertThat(register(right, code, wrong, code).counts().waiting()).isEqualTo(1);
        var entry = entryOf(wrong);
        assertThat(entry.path("fault").asString()).isEqualTo("DUPLICATE_CODE");
        assertThat(entry.path("known").asString()).isEqualTo(right);

        assertThat(settle("market", entry, "KEPT", "经核对营业执照，登记名称正确。").statusCode())
                .isEqualTo(200);

        assertThat(register(wrong, code).counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 1, 0));
        assertThat(organisations.findByCode(code).orElseThrow().name()).isEqualTo(right);
    }

    @Test
    void settlementNeedsItsReasonAndAnOutcomeThatFits() throws Exception {
        register(PenaltyFile.name(base), wrongCheck());
        var entry = entryOf(PenaltyFile.name(base));
        var kept = settle("market", entry, "KEPT", "维持现登记即可");
        assertThat(kept.statusCode()).isEqualTo(400);
        assertThat(kept.body()).contains("outcome", "CONFIRMED", "CORRECTED");
        assertThat(settle("market", entry, "DISMISSED", "").body()).contains("reason", "必填");
        assertThat(settle("market", entry, "DISMISSED", "身份证号11010519491231002X不是组织代码")
                        .statusCode())
                .isEqualTo(400);
        assertThat(settle("market", entry, "DISMISSED", "登记机关答复查无此代码").statusCode())
                .isEqualTo(200);
        var again = settle("market", entry, "CONFIRMED", "登记机关来函确认");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("reason").asString()).isEqualTo("SETTLED_ALREADY");
        assertThat(organisations.findByCode(wrongCheck())).isEmpty();
    }

    @Test
    void sourceSeesAndSettlesItsOwnOnly() throws Exception {
        var name = PenaltyFile.name(base);
        register(name, wrongCheck());
        var entry = entryOf(name);
        assertThat(server.get(QUEUE + "?size=200", token("ecology")).body()).doesNotContain(name);
        assertThat(settle("ecology", entry, "DISMISSED", "不予登记该代码").statusCode())
                .isEqualTo(404);
        assertThat(settle("auditor", entry, "DISMISSED", "不予登记该代码").statusCode())
                .isEqualTo(403);
        assertThat(server.get(QUEUE, null).statusCode()).isEqualTo(401);
        var page = "/queues/codes/" + entry.path("id").asString();
        assertThat(clerkOf(ecology).reads(page).status()).isEqualTo(404);
        assertThat(clerk(Role.AUDITOR).reads(page).body()).contains("您可以查看，不能办理。");
        assertThat(clerk(Role.APPROVING_OFFICER).reads("/queues/codes").status())
                .isEqualTo(403);
        assertThat(settle("office", entry, "DISMISSED", "登记机关答复查无此代码").statusCode())
                .isEqualTo(200);
    }

    @Test
    void clerkSettlesOnThePage() throws Exception {
        var name = PenaltyFile.name(base);
        register(name, wrongCheck());
        var page = "/queues/codes/" + entryOf(name).path("id").asString();
        var clerk = clerkOf(market);
        assertThat(clerk.reads("/queues/codes?fault=CHECKSUM_MISMATCH").body()).contains("重错码", "校验位不符", name, page);
        assertThat(clerk.reads(page).body()).contains(wrongCheck(), "登记机关确认代码属实", "不予登记");
        var faulty = clerk.sends(page, "reason", "");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("href=\"#outcome\"", "href=\"#reason\"");
        assertThat(clerk.sends(page, "outcome", "CORRECTED", "reason", "已更正，下月重报")
                        .location())
                .isEqualTo(page);
        assertThat(clerk.reads(page).body()).contains("来源单位已更正，将重新报送", "已更正，下月重报");
        assertThat(clerk.reads("/queues/codes?open=false").body()).contains(page);
        assertThat(clerk.reads("/en/queues/codes").body()).contains("Wrong and duplicate codes");
    }
}
