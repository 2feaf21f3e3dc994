package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.RecordsServer;

/** Charts inside the office: drawn, beside a table, and each figure opens to its rows. */
class ChartsBrowserTest extends RecordsServer {

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

    @Test
    void officeSeesDeliveriesByMonthAndCasesByStateWithTheirRows() throws Exception {
        deliver(penalties(base, 3));
        setup.account("charts-" + base, PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
        try (Watched room = new Watched(chromium.browser(), "http://localhost:" + port, Watched.DESK, true)) {
            room.open("/login");
            room.page().fill("#username", "charts-" + base);
            room.page().fill("#password", PASSWORD);
            room.page().click("main button");
            for (String path : List.of("/timeliness/months", "/en/timeliness/months")) {
                room.open(path).isSound().isAccessible();
                assertThat(room.page().locator(".chart canvas").count()).isEqualTo(1);
            }
            room.open("/timeliness/months").picture("months-1440");
            room.page().locator(".sheet td a").first().click();
            assertThat(room.page().url()).contains("/timeliness/", "from=", "to=");
            room.isSound();
            room.open("/cases/overview").isSound().isAccessible().picture("cases-overview-1440");
            room.open("/figures/office").isSound().isAccessible().picture("figures-office-1440");
            room.page().locator(".sheet td a").first().click();
            assertThat(room.page().url()).contains("/lists/");
        }
    }
}
