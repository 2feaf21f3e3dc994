package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** A clerk's way: sign in, upload, see what became of each row, take the rows home that need mending. */
class ClerkBrowserTest extends RecordsServer {

    private static final String NAME = "browser-clerk";
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
    void openAccount() {
        setup.account(NAME, PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
    }

    private Watched window(int width, boolean scripts) {
        return new Watched(chromium.browser(), "http://localhost:" + port, width, scripts);
    }

    private void signIn(Watched window) {
        window.open("/deliveries");
        window.page().fill("#username", NAME);
        window.page().fill("#password", PASSWORD);
        window.page().click("main button");
    }

    private PenaltyFile file() {
        return penalties(base, 6)
                .set(0, "CF_JDRQ", "2026/02/30")
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_LB", "自然人");
    }

    private void upload(Watched window, String name, String text) {
        window.page().selectOption("#type", PENALTY);
        window.page().setInputFiles("#file", new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        window.page().click("form[enctype] button");
    }

    /** With scripts the page goes on by itself; without, the clerk reloads it. */
    private void awaitCounts(Watched window, boolean scripts) {
        for (int i = 0; !scripts && i < 50 && window.page().locator(".figures").count() == 0; i++) {
            window.page().waitForTimeout(100);
            window.page().reload();
        }
        window.page().waitForSelector(".figures");
    }

    @ParameterizedTest
    @CsvSource({"390, true", "1440, true", "390, false"})
    void fromSignInToTheRowsThatNeedMending(int width, boolean scripts) throws IOException {
        try (Watched window = window(width, scripts)) {
            signIn(window);
            assertThat(window.page().locator("h1").textContent()).isEqualTo("数据报送");
            window.isSound();
            upload(window, "六月处罚.csv", file().text());
            awaitCounts(window, scripts);
            window.isSound();
            assertThat(window.page().locator(".figures strong").allTextContents())
                    .containsExactly("6", "3", "0", "1", "1", "1");
            assertThat(window.page().locator(".sheet tbody tr").count()).isEqualTo(3);

            Download download =
                    window.page().waitForDownload(() -> window.page().click("text=下载未入库的行"));
            try (InputStream in = download.createReadStream();
                    var workbook = new ReadableWorkbook(in)) {
                assertThat(workbook.getFirstSheet().read()).hasSize(4);
            }

            window.page().click("text=第 3 行");
            window.isSound();
            assertThat(window.page().locator("main").textContent()).contains("可能的主体", PenaltyFile.name(base + 1));
            window.page().click("text=全部报送");
            window.isSound();
            assertThat(window.page().locator(".sheet tbody tr").first().textContent())
                    .contains("六月处罚.csv", "处理完成");
        }
    }

    /** Two refused rows: one is mended on the page and taken, the other stays as it was answered. */
    @ParameterizedTest
    @CsvSource({"390, true", "1440, false"})
    void refusedRowIsMendedOnThePage(int width, boolean scripts) {
        try (Watched window = window(width, scripts)) {
            signIn(window);
            PenaltyFile twoWrong =
                    penalties(base, 3).set(0, "CF_JDRQ", "2026/02/30").set(1, "CF_JDRQ", "2026/02/31");
            upload(window, "两行退回.csv", twoWrong.text());
            awaitCounts(window, scripts);
            window.page().click("text=在线更正退回的行");
            window.isSound();
            window.page().fill("#r2-CF_JDRQ", "20260605");
            window.page().click("text=报送改过的行");
            awaitCounts(window, scripts);
            window.isSound();
            assertThat(window.page().locator(".figures strong").allTextContents())
                    .containsExactly("1", "1", "0", "0", "0", "0");
            assertThat(window.page().locator("h1").textContent()).contains("两行退回.csv");
        }
    }

    @Test
    void formSaysWhatIsMissingAndLeadsThere() {
        try (Watched window = window(Watched.PHONE, true)) {
            signIn(window);
            window.page().click("form[enctype] button");
            assertThat(window.page().locator(".error-summary a").allTextContents())
                    .containsExactly("请选择数据类型", "请选择要报送的文件");
            assertThat(window.page().evaluate("document.activeElement.className"))
                    .isEqualTo("error-summary");
            window.isSound();
            window.page().click(".error-summary a >> nth=0");
            assertThat(window.page().evaluate("document.activeElement.id")).isEqualTo("type");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsInBothLanguages() {
        String settled;
        String rejected;
        try (Watched window = window(Watched.DESK, true)) {
            signIn(window);
            upload(window, "accessible.csv", file().text());
            awaitCounts(window, true);
            settled = path(window);
            window.open("/deliveries");
            upload(window, "rejected.csv", "CF_WSH,多余的列\n1,2\n");
            window.page().waitForSelector(".error-summary");
            rejected = path(window);
            for (Shot shot : shots(settled, rejected)) {
                window.open(shot.path()).isSound().isAccessible().picture(shot.name() + "-1440");
                window.open("/en" + shot.path()).isSound().isAccessible();
            }
        }
        try (Watched window = window(Watched.PHONE, true)) {
            signIn(window);
            for (Shot shot : shots(settled, rejected)) {
                window.open(shot.path()).isSound().picture(shot.name() + "-390");
                window.open("/en" + shot.path()).isSound();
            }
        }
    }

    private record Shot(String name, String path) {}

    private static List<Shot> shots(String settled, String rejected) {
        return List.of(
                new Shot("login", "/login"),
                new Shot("login-refused", "/login?failed"),
                new Shot("deliveries", "/deliveries"),
                new Shot("delivery", settled),
                new Shot("delivery-row", settled + "/rows/3"),
                new Shot("delivery-mending", settled + "/mending"),
                new Shot("deliveries-found", "/deliveries?file=accessible&sort=file"),
                new Shot("delivery-rejected", rejected),
                new Shot("template", "/templates/administrative-penalty"));
    }

    private static String path(Watched window) {
        return java.net.URI.create(window.page().url()).getPath();
    }
}
