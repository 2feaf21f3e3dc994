package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** Ten minutes of a clerk who never saw the system: deliver a file, mend the refused rows, answer an objection; no address is typed. */
class ClerkStoryBrowserTest extends RecordsServer {

    private static final String PASSWORD = "test password";

    private static Chromium chromium;

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

    private Watched room(String name, int width) {
        Watched room = new Watched(chromium.browser(), "http://localhost:" + port, width, true);
        room.open("/").page().click("header a:has-text('部门登录')");
        room.page().fill("#username", name);
        room.page().fill("#password", PASSWORD);
        room.page().click("main button");
        return room.isSound();
    }

    private static void press(Watched window, String button) {
        window.page().locator(button).press("Enter");
        window.isSound();
    }

    private static String main(Watched window) {
        return Objects.requireNonNull(window.page().locator("main").textContent());
    }

    private String objected() throws Exception {
        deliver(penalties(base + 10, 1));
        String address = addressOf(base + 10);
        setup.organisationAccount("objector-" + base, PASSWORD, PenaltyFile.code(base + 10));
        try (Watched party = room("objector-" + base, Watched.PHONE)) {
            party.open("/records/" + address);
            party.page().click("main a:has-text('提出异议')");
            party.page().click("main a:has-text('登录后在线办理')");
            party.page().check("#ground-wrong");
            party.page().fill("#statement", "罚款金额与决定书不一致。");
            press(party, "main form button");
        }
        return address;
    }

    @Test
    void deliversAFileMendsWhatWasRefusedAndAnswersAnObjection() throws Exception {
        String address = objected();
        setup.account("newcomer-" + base, PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        try (Watched room = room("newcomer-" + base, Watched.DESK)) {
            Page page = room.page();
            page.click("header a:has-text('数据报送')");
            page.selectOption("#type", PENALTY);
            String text = penalties(base, 4)
                    .set(0, "CF_JDRQ", "2026/02/30")
                    .set(2, "CF_JDRQ", "二月三十日")
                    .text();
            page.setInputFiles("#file", new FilePayload("本周处罚.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
            page.click("form[enctype] button");
            page.waitForSelector(".figures");
            assertThat(page.locator(".figures strong").allTextContents()).containsExactly("4", "2", "0", "0", "2", "0");

            page.click("text=在线更正退回的行");
            room.isSound();
            page.fill("#r2-CF_JDRQ", "20260605");
            page.fill("#r4-CF_JDRQ", "2026/6/8");
            page.click("text=报送改过的行");
            page.waitForSelector(".figures");
            assertThat(page.locator(".figures strong").allTextContents()).containsExactly("2", "2", "0", "0", "0", "0");

            page.click("header a:has-text('案件')");
            page.locator(".sheet tbody tr", new Page.LocatorOptions().setHasText(PenaltyFile.name(base + 10)))
                    .locator("a")
                    .first()
                    .click();
            room.isSound();
            page.check("#action-reject");
            page.fill("#documentNumber", "昕市监异〔2026〕" + base + "号");
            page.fill("#documentDate", "2026-06-10");
            page.fill("#reason", "经核对决定书原件，罚款金额无误。");
            press(room, "form.step button");
            assertThat(main(room)).contains("异议不成立");

            room.open("/records/" + address).isSound();
            assertThat(main(room)).doesNotContain("异议处理中");
        }
    }
}
