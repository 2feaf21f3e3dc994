package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachNotices.Notice;
import tools.jackson.databind.JsonNode;

/** Notices of breaches for programs: a body reads and acknowledges its own, the office and audit read all. */
class BreachesApiTest extends PublicBodiesServer {

    private static final String NOTICES = "/api/v1/breach-notices";
    private static final String SUPERIOR = "breach-superior";

    @Autowired
    BreachNotices notices;

    private String code = "";
    private String name = "";

    @BeforeEach
    void aBreachThatItsSuperiorWasToldOf() throws Exception {
        setup.client(SUPERIOR, "test-secret", Set.of(Permission.DELIVER), "development");
        code = body("12", 7);
        name = "澜衡市示例服务中心" + base;
        registerBody(code, name);
        notices.look();
        breach("逾期未兑现");
        assertThat(notices.look()).isEqualTo(1);
    }

    private void breach(String state) throws Exception {
        deliver("government-promise", code, "诺" + base, Map.of("ZC_QK", state));
    }

    private Notice notice() {
        long organisation = organisations.findByCode(code).orElseThrow().id();
        return notices.all(0, 10_000).stream()
                .filter(one -> one.cause().organisation() == organisation)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode read(String path, String client) throws Exception {
        var answer = server.get(path, token(client));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private List<JsonNode> own(JsonNode page) {
        return page.path("notices")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .toList();
    }

    private HttpResponse<String> acknowledge(Object id, String client, String language) throws Exception {
        return server.send(server.to(NOTICES + "/" + id + "/acknowledgement")
                .header("Authorization", "Bearer " + token(client))
                .header("Accept-Language", language)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void aBodyReadsItsOwnAndOversightReadsAll() throws Exception {
        JsonNode one = own(read(NOTICES, SUPERIOR)).getFirst();
        assertThat(one.path("number").asString()).isEqualTo("督办函〔" + notice().year() + "〕" + notice().number() + "号");
        assertThat(one.path("state").asString()).isEqualTo("WAITING");
        assertThat(one.path("body").asString()).isEqualTo(name);
        assertThat(one.path("recordType").asString()).isEqualTo("government-promise");
        assertThat(one.path("documentNumber").asString()).isEqualTo("诺" + base);
        assertThat(one.path("superior").asString()).isEqualTo("development");
        assertThat(one.path("dueOn").asString()).isEqualTo("2026-06-17");
        assertThat(one.path("basis").asString()).isNotBlank();
        assertThat(one.has("acknowledgedOn")).isFalse();

        assertThat(own(read(NOTICES + "/all", "auditor"))).as("audit").hasSize(1);
        assertThat(own(read(NOTICES + "/all", "office"))).hasSize(1);
        assertThat(own(read(NOTICES, "market"))).as("another body").isEmpty();
        assertThat(read(NOTICES, "office").path("notices").size())
                .as("the office is told of nothing itself")
                .isZero();
        assertThat(server.get(NOTICES + "/all", token(SUPERIOR)).statusCode()).isEqualTo(403);
        assertThat(server.get(NOTICES, token("auditor")).statusCode()).isEqualTo(403);
        assertThat(server.get(NOTICES, token("hall")).statusCode()).isEqualTo(403);
        assertThat(server.get(NOTICES, null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsReadIsLoggedOfTheBodyInBreach() throws Exception {
        read(NOTICES, SUPERIOR);
        assertThat(sql.sql("SELECT DISTINCT purpose FROM access.read_log WHERE what = 'breach' AND organisation_id = ?")
                        .param(notice().cause().organisation())
                        .query(String.class)
                        .list())
                .containsExactly("own-work:" + notice().id());
    }

    @Test
    void onlyTheBodyThatWasToldAcknowledgesAndOnceIsForAll() throws Exception {
        long id = notice().id();
        assertThat(acknowledge(id, "market", "zh-CN").statusCode())
                .as("another body")
                .isEqualTo(404);
        assertThat(acknowledge(id, "office", "zh-CN").statusCode())
                .as("of no body")
                .isEqualTo(404);
        assertThat(acknowledge(id, "auditor", "zh-CN").statusCode())
                .as("reads only")
                .isEqualTo(403);
        assertThat(notice().acknowledgedOn()).isNull();

        var first = acknowledge(id, SUPERIOR, "zh-CN");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(json(first).path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(json(first).path("acknowledgedOn").asString()).isEqualTo("2026-06-10");
        today("2026-06-11");
        var again = acknowledge(id, SUPERIOR, "zh-CN");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).as("the same answer").isEqualTo(first.body()).doesNotContain(SUPERIOR);

        breach("已兑现");
        notices.look();
        var since = acknowledge(id, SUPERIOR, "zh-CN");
        assertThat(since.statusCode())
                .as("acknowledged before it was withdrawn")
                .isEqualTo(200);
        assertThat(json(since).path("acknowledgedOn").asString()).isEqualTo("2026-06-10");
        assertThat(json(since).path("withdrawal").path("why").asString()).contains("义务已履行");
    }

    @Test
    void aWithdrawnOneIsNotAcknowledgedAndAnUnknownOneIsNotFound() throws Exception {
        long id = notice().id();
        breach("已兑现");
        notices.look();
        var withdrawn = acknowledge(id, SUPERIOR, "zh-CN");
        assertThat(withdrawn.statusCode()).isEqualTo(409);
        assertThat(json(withdrawn).path("type").asString()).isEqualTo("urn:xinheng:problem:breach.withdrawn");
        assertThat(json(withdrawn).path("title").asString()).isEqualTo("督办函已经撤回");
        assertThat(json(acknowledge(id, SUPERIOR, "en")).path("title").asString())
                .isEqualTo("The notice was withdrawn");
        assertThat(notice().acknowledgedOn()).isNull();

        for (String unknown : List.of("999999999", "99999999999999999999", "x")) {
            var answer = acknowledge(unknown, SUPERIOR, "en");
            assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
            assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:breach.unknown");
            assertThat(json(answer).path("title").asString()).isEqualTo("There is no such notice");
        }
        assertThat(json(acknowledge("x", SUPERIOR, "zh-CN")).path("title").asString())
                .isEqualTo("没有这份督办函");
    }

    @Test
    void stateNarrowsAndPagesRunOnFromNewestToOldest() throws Exception {
        deliver("government-judgment", code, "案" + base, Map.of());
        deliver("contract-breach", code, "约" + base, Map.of());
        assertThat(notices.look()).isEqualTo(2);
        acknowledge(notice().id(), SUPERIOR, "zh-CN");

        assertThat(own(read(NOTICES + "?size=200&state=ACKNOWLEDGED", SUPERIOR)))
                .hasSize(1);
        assertThat(own(read(NOTICES + "?size=200&state=WAITING", SUPERIOR))).hasSize(2);
        assertThat(own(read(NOTICES + "?size=200&state=OVERDUE", SUPERIOR))).isEmpty();
        today("2026-06-18");
        assertThat(own(read(NOTICES + "?size=200&state=OVERDUE", SUPERIOR))).hasSize(2);
        assertThat(own(read(NOTICES + "/all?size=200&state=WAITING", "auditor")))
                .isEmpty();
        breach("已兑现");
        notices.look();
        assertThat(own(read(NOTICES + "?size=200&state=WITHDRAWN", SUPERIOR))).hasSize(1);
        assertThat(server.get(NOTICES + "?state=LATE", token(SUPERIOR)).statusCode())
                .isEqualTo(400);

        List<Long> ids = new ArrayList<>();
        JsonNode page = read(NOTICES + "?size=2", SUPERIOR);
        while (true) {
            assertThat(page.path("notices").size()).isBetween(1, 2);
            page.path("notices")
                    .forEach(one -> ids.add(Long.parseLong(one.path("id").asString())));
            if (!page.has("next")) {
                break;
            }
            page = read(NOTICES + "?size=2&before=" + page.path("next").asString(), SUPERIOR);
        }
        assertThat(ids).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(notices.of("development", 0, 10_000).stream()
                        .map(Notice::id)
                        .toList());
    }

    @Test
    void whatIsNoPlaceInTheListIsNotTakenForItsEnd() throws Exception {
        for (String unfit : List.of("x", "-1", "99999999999999999999", "")) {
            for (String path : List.of(NOTICES, NOTICES + "/all")) {
                String client = path.equals(NOTICES) ? SUPERIOR : "auditor";
                var chinese = before(path, unfit, client, "zh-CN");
                assertThat(chinese.statusCode()).as(path + " " + unfit).isEqualTo(400);
                assertThat(json(chinese).path("type").asString()).isEqualTo("urn:xinheng:problem:breach.before");
                assertThat(json(chinese).path("title").asString()).isEqualTo("翻页位置无效");
                assertThat(json(before(path, unfit, client, "en")).path("title").asString())
                        .isEqualTo("There is no such place in the list");
            }
        }
        assertThat(read(NOTICES + "?before=0", SUPERIOR).path("notices").size())
                .as("nothing is older")
                .isZero();
    }

    private HttpResponse<String> before(String path, String before, String client, String language) throws Exception {
        return server.send(server.to(path + "?before=" + before)
                .header("Authorization", "Bearer " + token(client))
                .header("Accept-Language", language)
                .GET());
    }

    @Test
    void onlyWhatIsOnThePageCountsAsRead() throws Exception {
        long older = notice().id();
        deliver("contract-breach", code, "约" + base, Map.of());
        assertThat(notices.look()).isEqualTo(1);
        JsonNode page = read(NOTICES + "?size=1", SUPERIOR);
        assertThat(page.path("next").asString())
                .isEqualTo(page.path("notices").get(0).path("id").asString());

        assertThat(reads("own-work:" + page.path("next").asString())).isEqualTo(1);
        assertThat(reads("own-work:" + older)).isZero();
        assertThat(read(NOTICES + "/all?size=1", "auditor").path("notices").size())
                .isEqualTo(1);
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'breach' AND purpose LIKE ?")
                        .param("%:" + older)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long reads(String purpose) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'breach' AND purpose = ?")
                .param(purpose)
                .query(Long.class)
                .single();
    }

    @Test
    void aNoticeWhoseOrganisationIsNotFoundStillWaitsBeforeItsSuperior() throws Exception {
        Notice notice = notice();
        JdbcClient.create(database.owner())
                .sql("UPDATE breach.notice SET organisation_id = 999999999999 WHERE id = ?")
                .param(notice.id())
                .update();
        assertThat(new Clerk(context, Role.SOURCE_CLERK, "development")
                        .reads("/breach-notices")
                        .body())
                .contains("督办函〔" + notice.year() + "〕" + notice.number() + "号", "登记信息中已查不到该单位");
    }
}
