package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** What a clerk does after a delivery: settle the row that waits, withdraw what fell, look at the own timeliness. */
class RecordsBrowserTest extends RecordsServer {

    private static final String NAME = "browser-records";
    private static final String PASSWORD = "test password";

    private static Chromium chromium;

    private long delivery;

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

    /** One row accepted, and the same party's other document without its code. */
    @BeforeEach
    void deliverRows() throws Exception {
        setup.account(NAME, PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        var file =
                penalties(base, 2).set(1, "CF_XDR_MC", PenaltyFile.name(base)).set(1, "CF_XDR_SHXYM", "");
        delivery = deliver(file).id();
    }

    private Watched signedIn(int width, boolean scripts) {
        var window = new Watched(chromium.browser(), "http://localhost:" + port, width, scripts);
        window.open("/deliveries");
        window.page().fill("#username", NAME);
        window.page().fill("#password", PASSWORD);
        window.page().click("main button");
        return window;
    }

    /** By keyboard, which also works where a mouse would wait for the page to stop scrolling. */
    private static void press(Watched window, String button) {
        window.page().locator(button).press("Enter");
        window.isSound();
    }

    @ParameterizedTest
    @CsvSource({"390, true", "1440, false"})
    void linksTheRowThatWaitsAndTakesTheLinkBack(int width, boolean scripts) {
        try (Watched window = signedIn(width, scripts)) {
            window.open("/deliveries/" + delivery + "/rows/3").isSound();
            window.page().click("text=到待办队列办理");
            window.isSound();
            window.page()
                    .locator(".sheet tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(PenaltyFile.name(base)))
                    .locator("a")
                    .first()
                    .click();
            window.isSound();
            assertThat(window.page().locator("h1").textContent()).isEqualTo(PenaltyFile.name(base));

            press(window, "form[action$='/link'] button");
            assertThat(window.page().locator(".error-summary a").allTextContents())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("必填");

            window.page().locator(".candidate input").first().check();
            window.page().fill("form[action$='/link'] textarea", "与作出机关核对决定书原件，确为该企业。");
            press(window, "form[action$='/link'] button");
            assertThat(window.page().locator(".callout").textContent()).contains("已关联到该组织", PenaltyFile.name(base));

            window.page().fill("form[action$='/unlink'] textarea", "核对有误，予以解除。");
            press(window, "form[action$='/unlink'] button");
            assertThat(window.page().locator(".callout").first().textContent()).contains("曾被解除关联");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, true", "1440, false"})
    void withdrawsOnlyAfterTheAnswersWereChecked(int width, boolean scripts) {
        var address = addressOf(base);
        try (Watched window = signedIn(width, scripts)) {
            window.open("/own-records?q=" + address).isSound();
            window.page().locator(".sheet tbody a").last().click();
            window.isSound();
            press(window, "main form button");
            assertThat(window.page().locator(".error-summary a").count()).isEqualTo(3);

            window.page().check("#ground-revoked");
            window.page().fill("#documentNumber", "澜府复决〔2026〕8号");
            window.page().fill("#statement", "经复议，原处罚决定认定事实有误，已经撤销，当事人没有该违法行为。");
            press(window, "main form button");
            assertThat(window.page().locator("h1").textContent()).isEqualTo("请核对后撤回");
            press(window, "button[value=change]");
            assertThat(window.page().inputValue("#documentNumber")).isEqualTo("澜府复决〔2026〕8号");
            press(window, "main form button");
            press(window, "button[value=confirmed]");
            assertThat(window.page().locator("h1").textContent()).isEqualTo("记录已结束");
            window.page().click("text=查看公众看到的页面");
            assertThat(window.page().locator(".statement").textContent()).contains("当事人没有该违法行为");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsInBothLanguages() {
        var pages = List.of(
                "/own-records",
                "/records/" + addressOf(base) + "/withdrawal",
                "/queues/waiting",
                "/queues/waiting/" + delivery + "-3",
                "/queues/held",
                "/queues/held?kind=UNCONFIRMED",
                "/queues/codes",
                "/timeliness",
                "/timeliness/" + market.code());
        try (Watched window = signedIn(Watched.DESK, true)) {
            for (var path : pages) {
                window.open(path).isSound().isAccessible().picture(name(path) + "-1440");
                window.open("/en" + path).isSound().isAccessible();
            }
        }
        try (Watched window = signedIn(Watched.PHONE, true)) {
            for (var path : pages) {
                window.open(path).isSound().picture(name(path) + "-390");
                window.open("/en" + path).isSound();
            }
        }
    }

    private static String name(String path) {
        return path.substring(1)
                .replaceAll("records/.*/withdrawal", "withdrawal")
                .replaceAll("waiting/.*", "waiting-row")
                .replaceAll("timeliness/.*", "timeliness-source")
                .replaceAll("[/?=]", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
