package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.RecordsServer;

/** A piece of the library from its first draft to the citizen who reads it. */
class LibraryBrowserTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final String NAME = "澜衡市青禾仪表有限公司";

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

    private Watched room(String name) {
        setup.account(name + "-" + base, PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
        Watched room = new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true);
        room.open("/login");
        room.page().fill("#username", name + "-" + base);
        room.page().fill("#password", PASSWORD);
        room.page().click("main button");
        return room.isSound();
    }

    private static void reads(Watched room, String picture, String path) {
        room.open(path).isSound().isAccessible().picture(picture);
        room.open("/en" + path).isSound().isAccessible();
    }

    @Test
    void oneWritesAnotherPublishesAndACitizenReads() throws Exception {
        deliver(penalties(base, 1).set(0, "CF_XDR_MC", NAME));
        String address = addressOf(base);
        String path;
        try (Watched writer = room("writer")) {
            reads(writer, "library-desk-1440", "/library/desk");
            writer.open("/library/desk/new");
            writer.page().selectOption("#kind", "warning");
            writer.page().fill("#title", "包装标注不实的教训" + base);
            writer.page().fill("#body", NAME + "的包装标注与实际不符，经指导已经全部改正。");
            writer.page().locator("main form button").press("Enter");
            writer.page().waitForSelector(".wrong");
            writer.isSound().isAccessible().picture("library-refused-1440");
            assertThat(writer.page().inputValue("#body"))
                    .as("what was typed stays")
                    .startsWith(NAME);
            writer.page().fill("#body", "[[" + address + "]]的包装标注与实际不符，经指导已经全部改正。");
            writer.page().locator("main form button").press("Enter");
            writer.page().waitForURL("**/library/desk/*");
            path = writer.page().url().replaceAll(".*/library/desk", "/library/desk");
            reads(writer, "library-piece-1440", path);
            assertThat(writer.page().locator("form[action$='/publication']").count())
                    .as("the writer does not publish")
                    .isZero();
        }
        try (Watched second = room("second")) {
            second.open(path);
            second.page().locator("form[action$='/publication'] button").press("Enter");
            second.page().waitForSelector("form[action$='/withdrawal']");
            second.isSound().isAccessible();
        }
        try (Watched citizen = new Watched(chromium.browser(), "http://localhost:" + port, Watched.PHONE, false)) {
            citizen.open("/warnings");
            citizen.page().click("text=包装标注不实的教训" + base);
            assertThat(citizen.page().locator(".piece").textContent()).contains(NAME);
            citizen.isSound().picture("library-read-390");
        }
        try (Watched anybody = new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true)) {
            reads(anybody, "library-1440", "/library");
            reads(anybody, "warnings-1440", "/warnings");
            reads(anybody, "library-read-1440", path.replace("/desk", ""));
        }
    }
}
