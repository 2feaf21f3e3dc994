package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.server.publicity.PortalFixture;
import org.xinheng.server.publicity.SampleRecords;

/** A citizen's way through the portal. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PortalBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

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

    private Watched window(int width, boolean scripts) {
        return new Watched(chromium.browser(), "http://localhost:" + port, width, scripts);
    }

    @ParameterizedTest
    @ValueSource(ints = {Watched.PHONE, Watched.DESK})
    void citizenFindsAPenaltyInTwoSteps(int width) {
        try (Watched window = window(width, true)) {
            window.open("/").isSound();
            window.page().fill("#q", "清泉");
            window.page().press("#q", "Enter");
            window.isSound();
            window.page().click("text=澜衡市清泉食品有限公司");
            assertThat(window.page().locator("h1").textContent()).isEqualTo("澜衡市清泉食品有限公司");
            window.isSound();
            window.page().click("text=虚假宣传");
            window.isSound();
            window.page().click("main a:has-text('提出异议')");
            assertThat(window.page().locator(".callout").textContent()).contains("昕市监罚");
            window.isSound();
        }
    }

    private static final List<Shot> PAGES = List.of(
            new Shot("home", "/"),
            new Shot("search-nothing", "/search?q=none"),
            new Shot("permits", "/lists/administrative-permit"),
            new Shot("list-error", "/lists/administrative-permit?from=2026/02/30"),
            new Shot("penalties", "/lists/administrative-penalty"),
            new Shot("record", "/records/" + SampleRecords.FINE),
            new Shot("record-ended", "/records/" + SampleRecords.EXPIRED),
            new Shot("organisation-long", "/organisations/" + SampleRecords.CODE),
            new Shot("organisation", "/organisations/" + SampleRecords.STUB_CODE),
            new Shot("objection", "/objection?record=" + SampleRecords.FINE),
            new Shot("repair", "/repair?record=" + SampleRecords.FINE),
            new Shot("rules", "/rules?kind=list"),
            new Shot("rule", "/rules/gate.administrative-penalty.windows.order-36"),
            new Shot("about", "/about"),
            new Shot("accessibility", "/accessibility"),
            new Shot("directory", "/lists"),
            new Shot("acts", "/acts"),
            new Shot("severe-lists", "/severe-lists"),
            new Shot("severe-list", "/severe-lists/severe-wage-arrears"),
            new Shot("honours", "/honours"),
            new Shot("sources", "/rules/sources"),
            new Shot("downloads", "/downloads"),
            new Shot("download", "/downloads/administrative-penalty"),
            new Shot("figures", "/figures"),
            new Shot("kiosk", "/kiosk"),
            new Shot("kiosk-code", "/kiosk/code?typed=9133"),
            new Shot("kiosk-organisation", "/kiosk/organisations/" + SampleRecords.CODE),
            new Shot("kiosk-list", "/kiosk/lists/administrative-permit"),
            new Shot("missing", "/none"));

    private record Shot(String name, String path) {}

    @Test
    void everyPageIsAccessibleInBothLanguages() {
        try (Watched window = window(Watched.DESK, true)) {
            for (Shot shot : PAGES) {
                window.open(shot.path()).isSound().isAccessible().picture(shot.name() + "-1440");
                window.open("/en" + shot.path()).isSound().isAccessible().picture(shot.name() + "-en-1440");
            }
        }
    }

    @Test
    void everyPageFitsAPhoneInBothLanguages() {
        try (Watched window = window(Watched.PHONE, true)) {
            for (Shot shot : PAGES) {
                window.open(shot.path()).isSound().picture(shot.name() + "-390");
                window.open("/en" + shot.path()).isSound().picture(shot.name() + "-en-390");
            }
        }
    }

    @Test
    void pagesThatShowWorkWithoutScripts() {
        try (Watched window = window(Watched.PHONE, false)) {
            window.open("/");
            window.page().fill("#q", SampleRecords.CODE);
            window.page().click("form[role=search] button");
            assertThat(window.page().url()).endsWith("/organisations/" + SampleRecords.CODE);
            window.open("/lists/administrative-permit");
            window.page().fill("#from", "20260101");
            window.page().click(".filters button");
            assertThat(window.page().locator(".sheet tbody tr").count()).isEqualTo(8);
        }
    }

    @Test
    void aChartIsDrawnBesideItsTableAndOnlyTheTableWithoutScripts() {
        try (Watched window = window(Watched.DESK, true);
                Watched plain = window(Watched.DESK, false)) {
            window.open("/figures").isSound();
            assertThat(window.page().locator(".chart canvas").count()).isEqualTo(2);
            assertThat(window.page().locator(".sheet tbody tr").count()).isGreaterThan(3);
            plain.open("/figures");
            assertThat(plain.page().locator(".chart").first().isVisible()).isFalse();
            assertThat(plain.page().locator(".sheet tbody tr").count()).isGreaterThan(3);
        }
    }

    @Test
    void theTerminalWorksByTouchAloneAndWithoutScripts() {
        try (Watched window = window(Watched.DESK, false)) {
            window.open("/kiosk");
            window.page().click(".kiosk-first");
            for (char touched : SampleRecords.CODE.toCharArray()) {
                window.page().click(".kiosk-pad button[value='" + touched + "']");
            }
            window.page().click(".kiosk-find");
            assertThat(window.page().locator("h1").textContent()).isEqualTo("澜衡市清泉食品有限公司");
            window.page().click(".kiosk-end");
            assertThat(window.page().url()).endsWith("/kiosk");
        }
    }
}
