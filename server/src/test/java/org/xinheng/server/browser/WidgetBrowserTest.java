package org.xinheng.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.measure.CheckingOffice;

/** The component on a page of another system, under that system's strict policy: what is no good answer is never shown as clear. */
class WidgetBrowserTest extends RecordsServer {

    private static final String ID = "widget-approval";
    private static final String SECRET = "test-secret";
    private static final double PATIENCE = 15_000;

    private static final List<String> FAULTS = List.of(
            "away",
            "slow",
            "malformed",
            "html",
            "half",
            "empty",
            "null",
            "other-code",
            "other-matter",
            "other-case",
            "old",
            "future",
            "clear-with-measures",
            "clear-though-stale",
            "clear-of-nobody",
            "no-receipt",
            "strange-outcome",
            "redirect",
            "forbidden");

    private static Chromium chromium;

    private ApprovalPages pages;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPages() throws Exception {
        var office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyReportsZero();
        office.deliver(base, "罚款", "5", "2026-06-05");
        office.deliver(base + 1, "吊销许可证件;罚款", "300", "2026-06-05");
        setup.client(ID, SECRET, Set.of(Permission.CHECK), null);
        var html = Files.readString(
                Path.of(System.getProperty("xinheng.home"), "client", "examples", "approval-page.html"));
        pages = new ApprovalPages(URI.create("http://localhost:" + port), ID, SECRET, html);
    }

    @AfterEach
    void closePages() {
        pages.close();
    }

    private Watched window(int width) {
        var window = new Watched(chromium.browser(), pages.address(), width, true);
        window.page().clock().setFixedTime(clock.millis());
        return window.mayFail("/credit-check");
    }

    private Locator open(Watched window, int organisation, String mode, String language) {
        window.open("/?code=" + PenaltyFile.code(organisation) + "&mode=" + mode + "&lang=" + language);
        return window.page().locator("[data-xinheng-check]");
    }

    private static void comesTo(Locator widget, String state) {
        PlaywrightAssertions.assertThat(widget)
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"390, zh-CN", "1440, en"})
    void showsIdentityOutcomeAndMeasuresOfTheMatter(int width, String language) {
        try (Watched window = window(width)) {
            Locator widget = open(window, base + 1, "real", language);
            comesTo(widget, "HIT");
            assertThat(widget.innerText())
                    .contains(PenaltyFile.code(base + 1), PenaltyFile.name(base + 1))
                    .contains(language.equals("en") ? "To be applied" : "应当实施")
                    .contains(PenaltyFile.number(base + 1));
            window.isSound();
            window.isAccessible();
            comesTo(open(window, base, "real", language), "CLEAR");
            assertThat(widget.innerText()).contains(PenaltyFile.name(base));
            comesTo(open(window, base + 2, "real", language), "UNKNOWN");
            window.isSound();
        }
    }

    @Test
    void neverClearOnAFault() {
        try (Watched window = window(Watched.PHONE)) {
            for (String mode : FAULTS) {
                Locator widget = open(window, base, mode, "zh-CN");
                comesTo(widget, "FAULT");
                assertThat(widget.innerText())
                        .as(mode)
                        .contains("未能核查", "不得视为“未见适用措施”")
                        .doesNotContain(PenaltyFile.name(base));
            }
        }
    }

    @Test
    void aNewCodeIsAskedAboutAndALateAnswerAboutTheOldOneIsThrownAway() {
        try (Watched window = window(Watched.DESK)) {
            Locator widget = open(window, base, "late-clear", "zh-CN");
            comesTo(widget, "ASKING");
            widget.evaluate(
                    "(host, code) => { host.dataset.endpoint = '/credit-check?mode=real'; host.dataset.code = code; }",
                    PenaltyFile.code(base + 1));
            comesTo(widget, "HIT");
            pages.letGo();
            widget.locator("button").click();
            comesTo(widget, "HIT");
            assertThat(widget.innerText()).doesNotContain(PenaltyFile.name(base));
        }
    }

    @Test
    void anAnswerThatStaysOpenIsOutOfDateAfterAWhile() {
        try (Watched window = new Watched(chromium.browser(), pages.address(), Watched.DESK, true)) {
            window.page().clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime(clock.millis()));
            Locator widget = open(window, base, "real", "zh-CN");
            comesTo(widget, "CLEAR");
            window.page().clock().fastForward(Duration.ofMinutes(16).toMillis());
            comesTo(widget, "FAULT");
            assertThat(widget.innerText()).contains("答复已过时");
        }
    }

    @Test
    void nothingIsSentToAnotherSite() {
        try (Watched window = window(Watched.DESK)) {
            Locator widget = open(window, base, "foreign", "zh-CN");
            comesTo(widget, "FAULT");
            assertThat(widget.innerText()).contains("核查地址不属于本系统");
            assertThat(pages.asked()).isZero();
        }
    }

    @Test
    void textOfAnAnswerIsTextAndNothingElse() {
        try (Watched window = window(Watched.DESK)) {
            Locator widget = open(window, base, "markup", "zh-CN");
            comesTo(widget, "CLEAR");
            assertThat(widget.innerText()).contains("<img src=x onerror=alert(1)>");
            assertThat(widget.locator("img").count()).isZero();
        }
    }

    @Test
    void theScriptIsOneFileForBothLanguagesThatAnybodyMayFetch() throws Exception {
        for (var asset : Map.of("/embed/check.js", "text/javascript", "/embed/check.css", "text/css")
                .entrySet()) {
            var answer = server.get(asset.getKey(), null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(asset.getValue());
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("cross-origin");
            assertThat(answer.body().getBytes(UTF_8).length).isLessThan(40_000);
        }
        assertThat(server.get("/embed/check.js", null).body())
                .contains("正在核查", "Checking")
                .doesNotContain("@WORDS@", "innerHTML", "eval(", "style.");
    }
}
