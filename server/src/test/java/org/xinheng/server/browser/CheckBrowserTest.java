package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.xinheng.server.measure.CheckingOffice;

/** An approving officer's way: sign in, ask, read the answer and print it. */
class CheckBrowserTest extends RecordsServer {

    private static final String NAME = "browser-approver";
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

    @BeforeEach
    void openAccount() throws Exception {
        setup.account(NAME, PASSWORD, Set.of(Role.APPROVING_OFFICER), null);
        new CheckingOffice(port, setup, inForce.policy()).deliver(base, "吊销许可证件;罚款", "300", "2026-06-05");
    }

    private Watched window(int width, boolean scripts) {
        return new Watched(chromium.browser(), "http://localhost:" + port, width, scripts);
    }

    private static void signIn(Watched window) {
        window.open("/check");
        window.page().fill("#username", NAME);
        window.page().fill("#password", PASSWORD);
        window.page().click("main button");
    }

    private void ask(Watched window, String matter) {
        window.page().fill("#code", PenaltyFile.code(base));
        window.page().selectOption("#matter", matter);
        window.page().fill("#purpose", "采购资格审查");
        window.page().fill("#caseNumber", "采审〔2026〕15号");
        window.page().click("main form button");
    }

    @ParameterizedTest
    @CsvSource({"390, true", "1440, false"})
    void fromSignInToTheReceipt(int width, boolean scripts) {
        try (Watched window = window(width, scripts)) {
            signIn(window);
            assertThat(window.page().locator("h1").textContent()).isEqualTo("信用核查");
            window.isSound();

            ask(window, CheckingOffice.PROCUREMENT);

            assertThat(window.page().url()).contains("/check/");
            assertThat(window.page().locator("h1").textContent()).isEqualTo("本事项有适用措施");
            assertThat(window.page().locator("main .record h3").allTextContents())
                    .hasSize(2);
            window.isSound();
        }
    }

    @Test
    void faultsAreSaidTogetherAndLeadToTheirFields() {
        try (Watched window = window(Watched.PHONE, true)) {
            signIn(window);
            window.page().click("main form button");
            assertThat(window.page().locator(".error-summary a").allTextContents())
                    .containsExactly("统一社会信用代码：必填，请填写。", "办理事项：必填，请填写。", "核查用途：必填，请填写。", "办件编号：必填，请填写。");
            window.isSound();
            window.page().click(".error-summary a >> nth=0");
            assertThat(window.page().evaluate("document.activeElement.id")).isEqualTo("code");
        }
    }

    @Test
    void pagesAreAccessibleInBothLanguages() {
        try (Watched window = window(Watched.DESK, true)) {
            signIn(window);
            window.isAccessible().picture("check-form");
            ask(window, CheckingOffice.PROCUREMENT);
            window.isAccessible().picture("check-answer");
            String receipt = window.page().url().replaceFirst("^https?://[^/]+", "");
            window.open("/en" + receipt).isSound().isAccessible();
            window.open("/en/check").isSound().isAccessible();
        }
    }
}
