package org.xinheng.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;

/** The whole story: delivered, shown, objected to, rejected, repair asked too early, pushed, decided, gone. */
class CaseStoryBrowserTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final String SECRET = "story-secret";
    private static final String MATTER = "government-procurement";

    private static Chromium chromium;

    private String address;
    /** Path of the case, as both sides see it. */
    private String objection = "";

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
    void deliverThePenalty() throws Exception {
        setup.account("story-market", PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        setup.organisationAccount("story-party", PASSWORD, PenaltyFile.code(base));
        setup.client("story-window", SECRET, Set.of(Permission.PUSH_REPAIRS), null);
        setup.client("story-approval", SECRET, Set.of(Permission.CHECK), null);
        setup.client("story-office", SECRET, Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL), null);
        deliver(penalties(base, 1)
                .set(0, "CF_CFLB", "罚款;吊销许可证件")
                .set(0, "CF_NR_ZKDX", "食品经营许可证")
                .set(0, "CF_YXQ", "2099/12/31"));
        address = addressOf(base);
    }

    private Watched window() {
        return new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true);
    }

    private static void signIn(Watched window, String name) {
        window.page().fill("#username", name);
        window.page().fill("#password", PASSWORD);
        window.page().click("main button");
        window.isSound();
    }

    private static void press(Watched window, String button) {
        window.page().locator(button).press("Enter");
        window.isSound();
    }

    private static String main(Watched window) {
        return Objects.requireNonNull(window.page().locator("main").textContent());
    }

    private String outcome() throws Exception {
        var question = object(
                "code",
                PenaltyFile.code(base),
                "matter",
                MATTER,
                "purpose",
                "采购资格审查",
                "caseNumber",
                "采审〔2026〕15号",
                "operator",
                "采购中心审核岗");
        var answer = server.post("/api/v1/checks", server.token("story-approval", SECRET), question);
        return ServerOfSources.json(answer).path("outcome").asString()
                + (answer.body().contains("\"disputed\"") ? " disputed" : "");
    }

    private void everybodyReportsZero() throws Exception {
        var token = server.token("story-office", SECRET);
        for (Authority body : inForce.policy().authorities()) {
            server.post("/api/v1/zero-reports", token, object("type", PENALTY, "source", body.id()));
        }
    }

    @Test
    void fromThePenaltyToThePageThatSaysNothingAnyMore() throws Exception {
        assertThat(outcome()).isEqualTo("HIT");
        try (Watched party = window();
                Watched source = window()) {
            onThePortal(party);
            objectedTo(party);
            assertThat(outcome()).isEqualTo("HIT disputed");
            rejected(source);
            toldWhyAndWhatNext(party);
            party.open("/records/" + address).isSound();
            assertThat(main(party)).doesNotContain("异议处理中").contains("罚款已经缴清");
            assertThat(outcome()).isEqualTo("HIT");
            acknowledged(2);

            var earliest = askedTooEarly(party);
            today(earliest.toString());
            handedOver(party);
            var repair = pushed(earliest);
            granted(source, repair);

            Response gone = party.page().navigate("http://localhost:" + port + "/records/" + address);
            assertThat(gone.status()).isEqualTo(410);
            assertThat(main(party)).doesNotContain(PenaltyFile.number(base));
            party.open("/search?q=" + PenaltyFile.code(base)).isSound();
            assertThat(main(party)).doesNotContain(PenaltyFile.number(base));
            everybodyReportsZero();
            assertThat(outcome()).isEqualTo("CLEAR");
            acknowledged(3);
            onTheBoard();
            party.open("/documents").isSound();
            assertThat(main(party)).contains("准予信用修复决定书");
        }
    }

    /**
     * The office that was answered HIT is told of every change of the record, and owes an acknowledgement of each.
     *
     * @param changes so far
     */
    private void acknowledged(int changes) throws Exception {
        var token = server.token("story-approval", SECRET);
        List<String> numbers = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    numbers.clear();
                    ServerOfSources.json(server.get("/api/v1/corrections", token))
                            .path("notices")
                            .forEach(notice -> {
                                if (notice.toString().contains(address)) {
                                    numbers.add(notice.path("number").asString());
                                }
                            });
                    return numbers.size() >= changes;
                });
        assertThat(numbers).hasSize(changes);
        for (String number : numbers) {
            var done = server.post("/api/v1/corrections/" + number + "/acknowledgement", token, "{}");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            assertThat(ServerOfSources.json(done).path("inTime").asBoolean()).isTrue();
        }
    }

    /** Everybody sees that the office acknowledged, and nothing of what was corrected. */
    private void onTheBoard() {
        try (Watched anybody = window()) {
            anybody.open("/corrections").isSound().isAccessible().picture("corrections");
            assertThat(main(anybody)).contains("story-approval");
            assertThat(anybody.page()
                            .locator(".sheet tbody tr:has-text('story-approval')")
                            .textContent())
                    .contains("已全部确认");
            // Records of other tests end too when the clock moves on: theirs may stand above.
            while (!saysNothingButTheId(anybody).contains(address)) {
                anybody.page().click("main a[rel=next]");
                anybody.isSound();
            }
            anybody.open("/en/corrections").isSound().isAccessible();
        }
    }

    private String saysNothingButTheId(Watched board) {
        String shown = main(board);
        assertThat(shown).doesNotContain(PenaltyFile.name(base), PenaltyFile.code(base), PenaltyFile.number(base));
        return shown;
    }

    /** Anybody finds it by the name of the organisation. */
    private void onThePortal(Watched party) {
        party.open("/search?q=" + PenaltyFile.code(base)).isSound();
        assertThat(main(party)).contains(PenaltyFile.name(base), PenaltyFile.number(base));
        party.open("/records/" + address).isSound();
        assertThat(main(party)).contains(PenaltyFile.number(base)).doesNotContain("异议处理中");
    }

    /** In their own list of cases, the closed ones too. */
    private void toldWhyAndWhatNext(Watched party) {
        party.open("/cases?all=true").isSound();
        party.page().click(".sheet tbody a[href='" + objection + "']");
        party.isSound();
        assertThat(main(party)).contains("异议不成立", "缴款凭证属于另一案件", "行政复议");
    }

    private void objectedTo(Watched party) {
        party.open("/records/" + address).isSound();
        party.page().click("main a:has-text('提出异议')");
        party.page().click("main a:has-text('登录后在线办理')");
        signIn(party, "story-party");
        party.isAccessible().picture("objection-form");
        party.page().check("#ground-wrong");
        party.page().fill("#statement", "缴款凭证显示罚款已经缴清。");
        press(party, "main form button");
        assertThat(main(party)).contains("已受理", "7个工作日", "第四十一条");
        objection = party.page().url().replaceAll(".*(/cases/\\d+).*", "$1");
        handInFiles(party);
        party.isAccessible().picture("case");
        party.open("/en" + objection).isSound().isAccessible();
        party.open("/records/" + address).isSound();
        assertThat(main(party)).contains("异议处理中", "缴款凭证显示罚款已经缴清");
    }

    /** What a file is, its content says. */
    private static void handInFiles(Watched party) {
        party.page()
                .setInputFiles(
                        "#file", new FilePayload("凭证.pdf", "application/pdf", "MZ this is a program".getBytes(UTF_8)));
        press(party, "form[enctype] button");
        assertThat(party.page().locator(".error-summary").textContent()).contains("没有保存");
        party.page()
                .setInputFiles(
                        "#file", new FilePayload("凭证.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(UTF_8)));
        press(party, "form[enctype] button");
        assertThat(main(party)).contains("凭证.pdf", "未接入查毒");
    }

    private void rejected(Watched source) {
        source.open("/cases?kind=objection&q=" + PenaltyFile.name(base));
        signIn(source, "story-market");
        source.isAccessible().picture("cases");
        source.page().click(".sheet tbody a[href='" + objection + "']");
        source.page().check("#action-reject");
        source.page().fill("#documentNumber", "昕市监异〔2026〕1号");
        source.page().fill("#documentDate", "2026-06-10");
        press(source, "form.step button");
        assertThat(source.page().locator(".error-summary").textContent()).contains("请写明理由");
        source.page().fill("#reason", "经核查，缴款凭证属于另一案件，处罚决定认定无误。");
        press(source, "form.step button");
        assertThat(main(source)).contains("异议不成立");
    }

    private LocalDate askedTooEarly(Watched party) {
        party.page().click("main a:has-text('申请信用修复')");
        party.page().click("main a:has-text('登录后在线办理')");
        party.isSound();
        party.isAccessible().picture("repair-early");
        var told = Objects.requireNonNull(party.page().locator(".earliest").textContent());
        assertThat(main(party)).contains("未满最短公示期");
        var digits = told.replaceAll("\\D+", " ").strip().split(" ");
        return LocalDate.of(Integer.parseInt(digits[0]), Integer.parseInt(digits[1]), Integer.parseInt(digits[2]));
    }

    private void handedOver(Watched party) {
        // A year later nobody is signed in any more.
        party.open("/records/" + address + "/repair").isSound();
        signIn(party, "story-party");
        party.page().fill("#performance", "缴款凭证〔2026〕77号");
        party.page().fill("#commitment", "信用承诺书（盖章）");
        press(party, "main form button");
        assertThat(main(party)).contains("已移交，编号 XF-");
    }

    /** Path of the case that the push opened. */
    private String pushed(LocalDate day) throws Exception {
        var push = object("applicationNumber", "XYZG-" + base, "record", address, "appliedOn", day.toString())
                .replace("}", ",\"papers\":{\"performance\":\"缴款凭证〔2026〕77号\",\"commitment\":\"信用承诺书\"}}");
        var answer = server.post("/api/v1/repairs/pushes", server.token("story-window", SECRET), push);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return "/cases/" + ServerOfSources.json(answer).path("id").asString();
    }

    private static void granted(Watched source, String repair) {
        source.open(repair).isSound();
        signIn(source, "story-market");
        source.page().check("#action-accept");
        press(source, "form.step button");
        source.page().check("#action-grant");
        source.page().fill("#reason", "义务履行完毕，符合修复条件。");
        source.page().fill("#documentNumber", "昕市监修〔2027〕1号");
        source.page().fill("#documentDate", day().toString());
        press(source, "form.step button");
        assertThat(main(source)).contains("准予修复");
    }
}
