package org.xinheng.server.browser;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.xinheng.server.cli.FoundedCityServer;

/** Browser windows on the made-up city. */
abstract class CityServer extends FoundedCityServer {

    private static @Nullable Chromium chromium;

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

    protected Watched window(int width, boolean scripts) {
        return new Watched(Objects.requireNonNull(chromium).browser(), "http://localhost:" + port, width, scripts);
    }

    /** @param account of the demo; its password follows from its name */
    protected Watched room(String account, int width, boolean scripts) {
        Watched room = window(width, scripts).open("/login");
        Page page = room.page();
        page.fill("#username", account);
        page.fill("#password", account + "-demo-2026");
        page.click("main button");
        return room.isSound();
    }
}
