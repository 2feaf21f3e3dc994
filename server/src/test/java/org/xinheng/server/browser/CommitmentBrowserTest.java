package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;
import tools.jackson.databind.json.JsonMapper;

/** Commitments as people meet them: the column, the signing, papers that do not come, a breach with its chain, its repair. */
class CommitmentBrowserTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final String SECRET = "commitment-secret";

    private static Chromium chromium;

    @Autowired
    JdbcClient rows;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void people() throws Exception {
        deliver(penalties(base, 1));
        setup.organisationAccount("giver-" + base, PASSWORD, PenaltyFile.code(base));
        Set<Permission> accepts = Set.of(Permission.ACCEPT_COMMITMENT);
        setup.client("housing-officer", SECRET, accepts, "housing");
        setup.client("market-accepts", SECRET, accepts, "market");
        setup.client("market-decides", SECRET, Set.of(Permission.DECIDE_COMMITMENT), "market");
        setup.client(
                "market-both", SECRET, Set.of(Permission.ACCEPT_COMMITMENT, Permission.DECIDE_COMMITMENT), "market");
    }

    private Watched window() {
        return new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true);
    }

    private Watched party() {
        Watched party = window();
        signsIn(party);
        return party;
    }

    /** Anew, too, where the clock moved past the end of the session. */
    private void signsIn(Watched party) {
        party.open("/login");
        party.page().fill("#username", "giver-" + base);
        party.page().fill("#password", PASSWORD);
        party.page().click("main button");
        party.isSound();
    }

    private static String main(Watched window) {
        return Objects.requireNonNull(window.page().locator("main").textContent());
    }

    /** Id of the commitment whose file is open. */
    private static String id(Watched window) {
        String url = window.page().url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void signs(Watched party, String statement) {
        party.page().fill("#statement", statement);
        party.page().check("#agreed");
        party.page().locator("main form[action*='commitments/items'] button").press("Enter");
        party.page().waitForURL("**/commitment-files/*");
        party.isSound();
    }

    private HttpResponse<String> acts(String client, String id, int seen, String act, String... namesAndValues)
            throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("act", act);
        body.put("seen", Integer.toString(seen));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return server.post(
                "/api/v1/commitments/" + id + "/acts",
                server.token(client, SECRET),
                JsonMapper.shared().writeValueAsString(body));
    }

    private static void done(HttpResponse<String> answer, String stage) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ServerOfSources.json(answer).path("stage").asString()).isEqualTo(stage);
    }

    private static void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(ServerOfSources.json(answer).path("reason").asString()).isEqualTo(reason);
        assertThat(ServerOfSources.json(answer).path("detail").asString()).isNotBlank();
    }

    @Test
    void papersThatDoNotComeLeadToTheOrdinaryProcedureAndToNothingElse() throws Exception {
        try (Watched anybody = window();
                Watched party = party()) {
            anybody.open("/commitments").isSound().isAccessible();
            assertThat(main(anybody)).contains("信用承诺专栏", "容缺受理", "企业投资项目承诺制", "危险化学品经营许可");
            anybody.open("/en/commitments").isSound().isAccessible();
            assertThat(main(anybody)).contains("Credit commitments", "Papers follow");
            anybody.open("/commitments/items/shop-sign").isSound().isAccessible();
            assertThat(main(anybody)).contains("登录后签署", "不承诺不作任何记录");
            assertThat(Objects.requireNonNull(
                                    anybody.page().navigate("http://localhost:" + port + "/commitments/items/none"))
                            .status())
                    .isEqualTo(404);

            party.open("/commitments/items/shop-sign").isSound().isAccessible();
            party.page().fill("#statement", "联系电话13900000000");
            party.page()
                    .locator("main form[action*='commitments/items'] button")
                    .press("Enter");
            party.page().waitForSelector(".wrong");
            assertThat(main(party)).contains("请确认承诺内容后再签署");

            party.open("/commitments/items/shop-sign");
            party.page().check("#missing-drawing");
            signs(party, "按规定标准设置招牌并在期限内补齐效果图");
            assertThat(main(party))
                    .containsPattern("99010020260610\\d{6}")
                    .contains("已受理，待补材料", "2026年7月9日", "容缺受理告知书");
            party.isAccessible();
            party.open("/en/commitment-files/" + id(party)).isSound().isAccessible();
            String id = id(party);
            anybody.open("/commitments").isSound();
            assertThat(main(anybody)).contains("已受理，待补材料");

            refused(acts("housing-officer", id, 1, "LAPSE", "words", "材料逾期未补"), "NOT_YET_LAPSED");
            assertThat(acts("market-accepts", id, 1, "SUPPLY").statusCode()).isEqualTo(404);
            today("2026-07-10");
            done(acts("housing-officer", id, 1, "LAPSE", "words", "材料逾期未补"), "LAPSED");
            anybody.open("/organisations/" + PenaltyFile.code(base)).isSound();
            assertThat(main(anybody)).doesNotContain("户外招牌设置审批");
            signsIn(party);
            party.open("/commitments/items/restaurant-permit");
            assertThat(main(party))
                    .as("no breach, no disadvantage")
                    .contains("我单位已知晓告知内容")
                    .doesNotContain("目前不能以承诺办理");
        }
    }

    @Test
    void aBreachNeedsItsChainAndEndsWithItsRepair() throws Exception {
        String page = "/organisations/" + PenaltyFile.code(base);
        try (Watched anybody = window();
                Watched party = party()) {
            party.open("/commitments/items/restaurant-permit");
            signs(party, "按食品经营许可条件经营并接受核查");
            String id = id(party);
            anybody.open(page).isSound();
            assertThat(main(anybody)).contains("食品经营许可（餐饮服务）", "信用承诺");
            assertThatThrownBy(() -> brokenBySql(Long.parseLong(id))).isInstanceOf(DataAccessException.class);

            refused(acts("market-accepts", id, 1, "NOTIFY", notice()), "NO_FINDING");
            done(acts("market-accepts", id, 1, "REVIEW", "performance", "NOT", "words", "现场核查不符合条件"), "RUNNING");
            done(acts("market-both", id, 2, "NOTIFY", notice()), "CHARGED");
            anybody.open(page);
            assertThat(main(anybody)).as("a charge is not told").doesNotContain("违反承诺", "未履行");
            refused(decides("market-decides", id), "TIME_TO_ANSWER");
            today("2026-06-18");
            refused(decides("market-both", id), "SAME_OFFICER");
            refused(decides("market-accepts", id), "OTHER_POST");
            done(decides("market-decides", id), "BROKEN");

            anybody.open(page).isSound();
            assertThat(main(anybody)).contains("已认定违反承诺，公示至2027年6月18日", "全部未履行");
            signsIn(party);
            party.open("/commitments/items/site-certificate").isSound();
            assertThat(main(party)).contains("目前不能以承诺办理", "尚未修复", "可以按普通程序申请");
            party.open("/commitments/items/own-initiative");
            assertThat(main(party)).contains("我单位已知晓告知内容").doesNotContain("目前不能以承诺办理");

            done(acts("market-decides", id, 4, "REPAIR", "document", "澜市监修〔2026〕1号", "words", "整改到位"), "REPAIRED");
            anybody.open(page);
            assertThat(main(anybody)).doesNotContain("违反承诺", "食品经营许可（餐饮服务）");
            party.open("/commitments/items/site-certificate");
            assertThat(main(party)).contains("我单位已知晓告知内容").doesNotContain("目前不能以承诺办理");
        }
    }

    @Test
    void onlyWhoSignedInSeesFilesAndOnlyTheirs() throws Exception {
        assertThat(server.get("/api/v1/commitments", null).statusCode()).isEqualTo(401);
        assertThat(server.get("/api/v1/commitment-items", null).body()).contains("restaurant-permit");
        try (Watched party = party()) {
            party.open("/commitments/items/fair-trade");
            signs(party, "明码标价，诚信经营");
            String path = "/api/v1/commitments/" + id(party);
            assertThat(server.get(path, server.token("market-accepts", SECRET)).statusCode())
                    .isEqualTo(200);
            assertThat(server.get(path, server.token("housing-officer", SECRET)).statusCode())
                    .isEqualTo(404);
            party.open("/commitments/items/fair-trade");
            assertThat(main(party)).contains("同一事项已有进行中的承诺");
        }
    }

    private HttpResponse<String> decides(String client, String id) throws Exception {
        return acts(client, id, 3, "DECIDE", "document", "澜市监诺认〔2026〕1号", "broken", "yes", "words", "期限内未陈述申辩");
    }

    private static String[] notice() {
        return new String[] {
            "document", "澜市监诺告〔2026〕1号",
            "facts", "经营场所不符合承诺的条件",
            "law", "《澜衡市公共信用信息管理办法》第三十条",
            "measures", "撤销许可，公示违反承诺信息"
        };
    }

    /** As somebody who holds the application's own database account would try. */
    private void brokenBySql(long id) {
        rows.sql("""
                        INSERT INTO commitment.step (promise_id, no, kind, actor, authority, post, taken_at, on_day, positive, content)
                        VALUES (:id, 2, 'DECIDE', 'head', 'market', 'HEAD', timestamptz '2026-06-10', date '2026-06-10', true, '{}')
                        """).param("id", id).update();
    }
}
