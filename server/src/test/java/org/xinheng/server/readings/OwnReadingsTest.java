package org.xinheng.server.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.measure.CheckingOffice;
import org.xinheng.testkit.policy.Edited;
import tools.jackson.databind.json.JsonMapper;

/** An organisation sees body, post, purpose and day of every reading of its file, no name, and what is sealed on its day. */
class OwnReadingsTest extends RecordsServer {

    private static final String SECRET = "test-secret";
    private static final String PASSWORD = "test-password";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    private AccessLog log;

    private String reader = "";
    private String subject = "";
    private long organisation;

    @BeforeEach
    void aPenaltyAndItsReaders() throws Exception {
        new CheckingOffice(port, setup, inForce.policy()).deliver(base, "罚款", "5", "2026-05-05");
        setup.client("readings-market", SECRET, Set.of(Permission.CHECK), market.id());
        setup.client("readings-nobody", SECRET, Set.of(Permission.CHECK), null);
        subject = "readings-subject-" + base;
        setup.organisationAccount(subject, PASSWORD, PenaltyFile.code(base));
        reader = server.token("readings-market", SECRET);
        organisation =
                organisations.findByCode(PenaltyFile.code(base)).orElseThrow().id();
    }

    private ServerOfSources room() throws Exception {
        var browser = new ServerOfSources(port);
        Matcher token = TOKEN.matcher(browser.get("/login", null).body());
        assertThat(token.find()).isTrue();
        String form = "username=" + subject + "&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(browser.to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return browser;
    }

    private String page(String path) throws Exception {
        HttpResponse<String> page = room().get(path, null);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private void check(String purpose) throws Exception {
        HttpResponse<String> answer = server.post(
                "/api/v1/checks",
                reader,
                json(Map.of(
                        "code",
                        PenaltyFile.code(base),
                        "matter",
                        CheckingOffice.PROCUREMENT,
                        "purpose",
                        purpose,
                        "caseNumber",
                        "采审〔2026〕15号",
                        "operator",
                        "示例经办")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String json(Map<String, ?> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private HttpResponse<String> seal(String client, String code, String basis, String from) throws Exception {
        return server.post(
                "/api/v1/read-seals",
                server.token(client, SECRET),
                json(Map.of("code", code, "basis", basis, "visibleFrom", from)));
    }

    @Test
    void bodyPostPurposeAndDayAreShownAndNoName() throws Exception {
        check("采购资格审查");
        HttpResponse<String> watched = server.post(
                "/api/v1/check-subscriptions",
                reader,
                json(Map.of(
                        "name",
                        "供应商" + base,
                        "matter",
                        CheckingOffice.PROCUREMENT,
                        "purpose",
                        "履约期内核查",
                        "caseNumber",
                        "履约1号",
                        "operator",
                        "示例经办",
                        "codes",
                        List.of(PenaltyFile.code(base)))));
        assertThat(watched.statusCode()).as(watched.body()).isEqualTo(200);
        setup.account("readings-zhang", PASSWORD, Set.of(Role.SUPERVISING_OFFICER), market.id());
        var clerk = new Actor("readings-zhang", Actor.Kind.CLERK, market.id(), Set.of(Permission.INSPECT));
        log.read(clerk, "evaluation", organisation, "年度监督检查");
        log.read(clerk, "cases.file", organisation, "999");
        var bank = new Actor("demo-bank", Actor.Kind.CLIENT, null, Set.of(Permission.READ_CONSENTED));
        setup.client("demo-bank", SECRET, Set.of(Permission.READ_CONSENTED), null);
        log.read(bank, "consent.file", organisation, "loan-application D-1");

        page(OwnReadingsPage.PATH);
        String chinese = page(OwnReadingsPage.PATH);
        assertThat(chinese)
                .contains(
                        market.name().zh(),
                        "业务系统",
                        "信用核查",
                        "采购资格审查",
                        "信用变动订阅",
                        "履约期内核查",
                        "监管执法岗",
                        "年度监督检查",
                        "依法履行职责",
                        "澜衡商业银行（虚构）",
                        "D-1",
                        "2026年6月10日")
                .doesNotContain("readings-zhang", "readings-market", "示例经办", "loan-application", ">999<");
        assertThat(chinese.split("<tr>", -1))
                .as("its own looks are not among them")
                .hasSize(2 + 5);
        assertThat(page("/en" + OwnReadingsPage.PATH))
                .contains("Business system", "Supervision and enforcement", "Subscription to changes", "采购资格审查");
    }

    @Test
    void whatIsSealedIsSeenFromItsDayOn() throws Exception {
        check("封存前的核查");
        String day = "2026-07-01";
        today("2026-06-11");
        reader = server.token("readings-market", SECRET);
        assertThat(seal("readings-market", PenaltyFile.code(base), "调查通知书〔2026〕3号", day)
                        .statusCode())
                .isEqualTo(201);
        check("专案核查");
        log.read(new Actor("ecology", Actor.Kind.CLIENT, "ecology", Set.of()), "check", organisation, "另一单位的核查");

        assertThat(page(OwnReadingsPage.PATH)).contains("封存前的核查", "另一单位的核查").doesNotContain("专案核查");
        today("2026-06-30");
        assertThat(page(OwnReadingsPage.PATH)).doesNotContain("专案核查");
        today(day);
        assertThat(page(OwnReadingsPage.PATH)).contains("专案核查");
    }

    @Test
    void aSealLastsNoLongerThanTheRulesAllowAndQuotesThem() throws Exception {
        String code = PenaltyFile.code(base);
        var longest = inForce.policy().deadline("reading.seal", LocalDate.of(2026, 6, 10));
        LocalDate latest = LocalDate.of(2026, 6, 10).plusDays(longest.days());
        reader = server.token("readings-market", SECRET);

        var late = seal("readings-market", code, "通知书1号", latest.plusDays(1).toString());
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("visibleFrom", latest.toString(), "《澜衡市公共信用信息管理办法》");
        var kept = seal("readings-market", code, "通知书1号", latest.toString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(kept.body())
                .contains(latest.toString(), longest.rule().basis().citation());
        assertThat(sql.sql("SELECT DISTINCT allowed_by FROM access.read_seal WHERE organisation_id = ?")
                        .params(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo(longest.rule().basis().citation());
    }

    @Test
    void whereTheRulesSayNothingOfItNothingIsSealed() throws Exception {
        Policy all = inForce.policy();
        Map<String, DatedTable<DeadlineRule>> deadlines = new LinkedHashMap<>(all.deadlines());
        deadlines.remove("reading.seal");
        policyOfTest = Edited.with(all, "deadlines", deadlines);
        try {
            var refused = seal("readings-market", PenaltyFile.code(base), "通知书1号", "2026-06-12");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("readings.no-rule", "reading.seal");
            check("照常告知的核查");
            assertThat(page(OwnReadingsPage.PATH)).contains("照常告知的核查");
        } finally {
            policyOfTest = null;
        }
    }

    @Test
    void aSealNeedsABodyALawAnOrganisationAndADay() throws Exception {
        String code = PenaltyFile.code(base);
        assertThat(seal("readings-nobody", code, "通知书1号", "2026-07-01").statusCode())
                .isEqualTo(403);
        assertThat(seal("readings-market", code, "通知书1号", "2026-06-10").body()).contains("visibleFrom");
        assertThat(seal("readings-market", code, " ", "2026-07-01").body()).contains("basis");
        assertThat(seal("readings-market", PenaltyFile.code(base + 700), "通知书1号", "2026-07-01")
                        .statusCode())
                .isEqualTo(400);
        check("照常显示的核查");
        assertThat(page(OwnReadingsPage.PATH)).contains("照常显示的核查");
    }

    @Test
    void manyReadingsArePaged() throws Exception {
        var actor = new Actor("readings-market", Actor.Kind.CLIENT, market.id(), Set.of());
        log.read(actor, "check", organisation, "最早的核查");
        log.readAll(actor, "check", Collections.nCopies(50, new AccessLog.Read(organisation, "批量核查")));

        String first = page(OwnReadingsPage.PATH);
        assertThat(first).contains("批量核查").doesNotContain("最早的核查");
        Matcher older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(page(older.group(1))).contains("最早的核查").doesNotContain("批量核查");
    }
}
