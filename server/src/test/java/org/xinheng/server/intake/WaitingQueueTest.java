package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.testkit.code.CodeMint;

/** The queue of waiting rows as programs and clerks meet it: a source its own rows only, who oversees all and settles none. */
class WaitingQueueTest extends RecordsServer {

    private static final String QUEUE = "/api/v1/queues/waiting";
    private static final String PAGE = "/queues/waiting/";
    private static final String GROUND = "与作出机关核对决定书原件，确为该企业。";

    private String waitingRow() throws Exception {
        var delivery = deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", ""));
        return new WaitingRow.Id(delivery.id(), 2).toString();
    }

    private long register(int organisation) {
        return Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(organisation), PenaltyFile.name(organisation)), 1)
                        .get(PenaltyFile.code(organisation)))
                .id();
    }

    private HttpResponse<String> post(String client, String path, String body) throws Exception {
        return server.post(QUEUE + "/" + path, token(client), body);
    }

    @Test
    void programSeesARowBesideItsCandidatesAndLinksIt() throws Exception {
        long organisation = register(base);
        var id = waitingRow();
        var row = json(server.get(QUEUE + "/" + id, token("market")));
        assertThat(row.path("state").asString()).isEqualTo("WAITING");
        assertThat(row.path("cause").asString()).isEqualTo("row.no-code");
        assertThat(row.path("values").path("CF_WSH").asString()).isEqualTo(PenaltyFile.number(base));
        assertThat(row.path("candidates"))
                .anyMatch(
                        candidate -> candidate.path("organisationId").asString().equals(Long.toString(organisation))
                                && candidate.path("name").asString().equals(PenaltyFile.name(base)));

        var answer =
                post("market", id + "/link", object("organisationId", Long.toString(organisation), "ground", GROUND));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("outcome").asString()).isEqualTo("linked");
        assertThat(server.get("/records/" + json(answer).path("record").asString(), null)
                        .statusCode())
                .isEqualTo(200);
        var linked = json(server.get(QUEUE + "/" + id, token("market")));
        assertThat(linked.path("state").asString()).isEqualTo("LINKED");
        assertThat(linked.path("settlement").path("ground").asString()).isEqualTo(GROUND);

        assertThat(json(post("market", id + "/unlink", object("ground", "核对有误，予以解除")))
                        .path("outcome")
                        .asString())
                .isEqualTo("unlinked");
        assertThat(server.get("/records/" + json(answer).path("record").asString(), null)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void everyDecisionNeedsItsGround() throws Exception {
        long organisation = register(base);
        var id = waitingRow();
        var link = post("market", id + "/link", object("organisationId", Long.toString(organisation)));
        assertThat(link.statusCode()).isEqualTo(400);
        assertThat(link.body()).contains("ground", "必填");
        var nobody = post("market", id + "/link", object("ground", GROUND));
        assertThat(nobody.body()).contains("organisationId", "请选择一个组织");
        assertThat(post("market", id + "/return", "{}").statusCode()).isEqualTo(400);
        assertThat(post("market", id + "/confirmation", object("ground", "对")).body())
                .contains("至少 4 个字");
        var personal = post("market", id + "/return", object("ground", "请与13800138000联系后重报"));
        assertThat(personal.statusCode()).isEqualTo(400);
        assertThat(personal.body()).contains("个人信息").doesNotContain("13800138000");
        assertThat(archive.currentOf(organisation)).isEmpty();
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws Exception {
        var id = waitingRow();
        var unknown = post("market", id + "/link", object("code", "91990101AAAAAAAAAA", "ground", GROUND));
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(json(unknown).path("reason").asString()).isEqualTo("NO_SUCH_ORGANISATION");
        assertThat(json(post("market", id + "/confirmation", object("ground", GROUND)))
                        .path("reason")
                        .asString())
                .isEqualTo("NOTHING_TO_CONFIRM");
        assertThat(json(post("market", id + "/unlink", object("ground", GROUND)))
                        .path("reason")
                        .asString())
                .isEqualTo("NOT_LINKED");
        assertThat(post("market", "1-1/link", object("code", PenaltyFile.code(base), "ground", GROUND))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get(QUEUE + "/nonsense", token("market")).statusCode())
                .isEqualTo(404);
        assertThat(server.get(QUEUE + "?state=none", token("market")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void sourceSeesAndSettlesItsOwnRowsOnly() throws Exception {
        long organisation = register(base);
        var id = waitingRow();
        var link = object("organisationId", Long.toString(organisation), "ground", GROUND);
        assertThat(server.get(QUEUE + "/" + id, token("ecology")).statusCode()).isEqualTo(404);
        assertThat(post("ecology", id + "/link", link).statusCode()).isEqualTo(404);
        assertThat(server.get(QUEUE + "?size=200", token("ecology")).body()).doesNotContain("\"" + id + "\"");
        assertThat(server.get(QUEUE + "/" + id, token("auditor")).statusCode()).isEqualTo(200);
        assertThat(post("auditor", id + "/link", link).statusCode()).isEqualTo(403);
        assertThat(clerkOf(ecology).reads(PAGE + id).status()).isEqualTo(404);
        assertThat(clerkOf(ecology).sends(PAGE + id + "/link", "ground", GROUND).status())
                .isEqualTo(404);
        assertThat(clerk(Role.APPROVING_OFFICER).reads("/queues/waiting").status())
                .isEqualTo(403);
        assertThat(server.get(QUEUE, null).statusCode()).isEqualTo(401);
        assertThat(archive.currentOf(organisation)).isEmpty();
    }

    @Test
    void lookingAtTheQueueIsLogged() throws Exception {
        long before = logged();
        server.get(QUEUE, token("office"));
        server.get(QUEUE + "/" + waitingRow(), token("market"));
        assertThat(logged()).isEqualTo(before + 2);
    }

    private long logged() {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'queue.waiting'")
                .query(Long.class)
                .single();
    }

    @Test
    void clerkComparesLinksAndTakesBack() throws Exception {
        long organisation = register(base);
        var id = waitingRow();
        var clerk = clerkOf(market);
        var list = clerk.reads("/queues/waiting?q=" + id);
        assertThat(list.body()).contains("待核实行", PenaltyFile.name(base), PAGE + id, "没有可用的统一社会信用代码");

        var row = clerk.reads(PAGE + id);
        assertThat(row.body())
                .contains("报送的内容", "可能的组织", PenaltyFile.number(base), "value=\"" + organisation + "\"", "_csrf");
        var faulty = clerk.sends(PAGE + id + "/link", "organisationId", "", "code", "", "ground", "");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("href=\"#organisationId\"", "href=\"#ground\"");

        var done = clerk.sends(
                PAGE + id + "/link", "organisationId", Long.toString(organisation), "code", "", "ground", GROUND);
        assertThat(done.location()).isEqualTo(PAGE + id);
        assertThat(clerk.reads(PAGE + id).body()).contains("已关联到该组织", GROUND, "解除关联");
        assertThat(clerk.reads("/queues/waiting?state=LINKED&q=" + id).body()).contains(PAGE + id);
        assertThat(clerk.sends(PAGE + id + "/return", "reason", "请补报代码").body()).contains("已由他人办理");

        clerk.sends(PAGE + id + "/unlink", "ground", "核对有误，予以解除");
        assertThat(clerk.reads(PAGE + id).body()).contains("曾被解除关联", "关联到所选组织");
        clerk.sends(PAGE + id + "/return", "reason", "请补报统一社会信用代码");
        assertThat(clerk.reads(PAGE + id).body()).contains("已退回");
        assertThat(clerk.reads("/queues/waiting?state=RETURNED&q=" + id).body()).contains(PAGE + id);
    }

    @Test
    void clerkConfirmsACodeOnTheAuthoritysWord() throws Exception {
        var code = CodeMint.withWrongCheck(PenaltyFile.code(base), new Random(2));
        var id = new WaitingRow.Id(
                deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", code)).id(), 2);
        var clerk = clerk(Role.CREDIT_OFFICE);
        assertThat(clerk.reads(PAGE + id).body()).contains("代码属实", "按此代码接收");
        assertThat(clerk.sends(PAGE + id + "/confirmation", "confirmation", "登记机关来函确认")
                        .location())
                .isEqualTo(PAGE + id);
        assertThat(organisations.findByCode(code)).isPresent();
    }

    @Test
    void auditorLooksWithoutButtons() throws Exception {
        var id = waitingRow();
        assertThat(clerk(Role.AUDITOR).reads(PAGE + id).body())
                .contains("您可以查看，不能办理。")
                .doesNotContain("关联到所选组织", "退回报送单位");
        assertThat(clerk(Role.AUDITOR).reads("/en" + PAGE + id).body()).contains("You may look, and not decide.");
    }

    @Test
    void queueTurnsItsPages() throws Exception {
        var file = penalties(base, 25);
        for (int row = 0; row < 25; row++) {
            file.set(row, "CF_XDR_SHXYM", "");
        }
        deliver(ecology, penalties(ecology, base, 25), false);
        var delivery = deliver(file);
        var first = json(server.get(QUEUE + "?size=10&after=" + (delivery.id() - 1) + "-1", token("market")));
        assertThat(first.path("rows")).hasSize(10);
        var second =
                json(server.get(QUEUE + "?size=200&after=" + first.path("next").asString(), token("market")));
        assertThat(second.path("rows"))
                .filteredOn(row -> row.path("id").asString().startsWith(delivery.id() + "-"))
                .hasSize(15);
        assertThat(second.path("next").isMissingNode()).isTrue();
    }
}
