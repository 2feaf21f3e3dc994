package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures, bans, feedback and both rates, on a phone and on a desk, in both languages: none of them empty, each accessible. */
class MeasurePagesBrowserTest extends CityServer {

    private static final String ROWS = "main table.sheet tbody tr, main .card";

    @ParameterizedTest
    @ValueSource(ints = {Watched.PHONE, Watched.DESK})
    void everybodySeesMeasuresAndBans(int width) {
        try (Watched window = window(width, true)) {
            looked(window, "/measures");
            looked(window, "/market-bans");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Watched.PHONE, Watched.DESK})
    void theBodyThatAskedSeesWhatWaitsAndWhatCameOfIt(int width) {
        try (Watched room = room("approver", width, true)) {
            looked(room, "/check-feedback");
            String form = (String) room.open("/check-feedback")
                    .page()
                    .evaluate("document.querySelector('main a[href*=\"/check-feedback/\"]').getAttribute('href')");
            for (String language : List.of("", "/en")) {
                room.open(language + form).isSound().isAccessible();
                assertThat(room.page().locator("main form input").count())
                        .as(form)
                        .isPositive();
            }
            looked(room, "/joint-cases");
            looked(room, "/check-rates");
            looked(room, "/check-records");
        }
    }

    private static void looked(Watched window, String path) {
        for (String language : List.of("", "/en")) {
            window.open(language + path).isSound().isAccessible();
            assertThat(window.page().locator(ROWS).count())
                    .as("rows of " + language + path)
                    .isPositive();
        }
    }
}
