package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fifteen main pages on a phone and on a desk; {@code -Dxinheng.screens=true} writes their pictures to {@code docs/screens}.
 * Nothing is cut, nothing lies over another thing, nothing is empty, and the Chinese face says nothing in English.
 */
class MainPagesBrowserTest extends CityServer {

    /** Two English words in a row: codes, file names and abbreviations stand alone. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,} [A-Za-z]{2,}");

    /** Pairs of texts and controls of which each covers a part of the other, and texts wider than their box. */
    private static final String LAID_WRONG = """
            () => {
              const wrong = [];
              const seen = element => {
                const style = getComputedStyle(element), box = element.getBoundingClientRect();
                return style.visibility !== 'hidden' && box.width > 2 && box.height > 2 && !element.closest('.visually-hidden')
                  && !element.closest('details:not([open]) > :not(summary)');
              };
              const parts = [...document.querySelectorAll('main :is(h1,h2,h3,p,a,button,input,select,textarea,li,dt,dd,th,td,label)')]
                .filter(seen);
              for (const part of parts) {
                const style = getComputedStyle(part);
                if (style.overflowX === 'hidden' && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) {
                  wrong.push('cut: ' + part.outerHTML.slice(0, 120));
                }
              }
              const boxes = parts.filter(part => ['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'H1', 'H2', 'H3', 'P', 'LABEL'].includes(part.tagName))
                .map(part => ({part, box: part.getBoundingClientRect()}));
              for (let i = 0; i < boxes.length; i++) {
                for (let j = i + 1; j < boxes.length; j++) {
                  const a = boxes[i], b = boxes[j];
                  if (a.part.contains(b.part) || b.part.contains(a.part)) continue;
                  const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
                  const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                  if (wide > 2 && high > 2) wrong.push('over: ' + a.part.outerHTML.slice(0, 80) + ' / ' + b.part.outerHTML.slice(0, 80));
                }
              }
              return wrong.join('\\n');
            }
            """;

    /** In how many lines each menu of the header stands. */
    private static final String LINES = """
            () => [...document.querySelectorAll('.mast-nav')]
              .map(menu => new Set([...menu.querySelectorAll(':scope > ul > li')].map(entry => Math.round(entry.getBoundingClientRect().top))).size)
              .join(' ')
            """;

    @ParameterizedTest
    @ValueSource(ints = {Watched.PHONE, Watched.DESK})
    void publicFaceIsWhole(int width) {
        try (Watched window = window(width, true)) {
            String organisation = "/organisations/" + organisation();
            shows(window, "home", "/", width);
            shows(window, "search", "/search?q=食品", width);
            shows(window, "organisation", organisation, width);
            shows(window, "record", last(window, organisation, "/records/"), width);
            shows(window, "list", "/lists/administrative-penalty", width);
            shows(window, "severe-list", "/severe-lists/severe-market-regulation", width);
            shows(window, "acts", "/acts", width);
            shows(window, "corrections", "/corrections", width);
            shows(window, "library", "/library", width);
            shows(window, "piece", last(window, "/library", "/library/"), width);
            shows(window, "kiosk", "/kiosk/organisations/" + organisation(), width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Watched.PHONE, Watched.DESK})
    void roomsAreWhole(int width) {
        try (Watched room = room("clerk", width, true)) {
            shows(room, "delivery", named(room, "/deliveries", "行政处罚本期"), width);
        }
        try (Watched room = room("office", width, true)) {
            shows(room, "waiting-row", last(room, "/queues/waiting", "/queues/waiting/"), width);
        }
        try (Watched room = room("approver", width, true)) {
            shows(room, "checks", "/check", width);
        }
        try (Watched room = room("organisation", width, true)) {
            shows(room, "own-room", "/documents", width);
        }
    }

    /** Where each account of the city lands that comes from no page in particular. */
    private static final Map<String, String> LANDS = Map.ofEntries(
            Map.entry("clerk", "/deliveries"),
            Map.entry("office", "/today"),
            Map.entry("approver", "/check"),
            Map.entry("auditor", "/readings"),
            Map.entry("admin", "/accounts"),
            Map.entry("officer", "/proceedings"),
            Map.entry("head", "/proceedings"),
            Map.entry("inspector", "/inspections/desk"),
            Map.entry("organisation", "/own-file"),
            Map.entry("banker", "/consented"),
            Map.entry("window", "/window"));

    @Test
    void everybodyLandsInTheOwnRoomUnderAMenuOfOneLine() {
        assertThat(LANDS.keySet()).isEqualTo(ROOMS.keySet());
        LANDS.forEach((account, path) -> {
            try (Watched room = room(account, Watched.DESK, true)) {
                assertThat(room.page().url()).as("room of %s", account).endsWith(path);
                room.picture("room-" + account);
                isInOneLine(room, account);
                room.open("/en" + path).isSound();
                if (account.equals("organisation")) {
                    isInOneLine(room, account);
                }
            }
        });
    }

    @Test
    void whoeverWasAskedToSignInComesBackToThePage() {
        try (Watched room = window(Watched.DESK, false).open("/queues/waiting")) {
            room.page().fill("#username", "office");
            room.page().fill("#password", "office-demo-2026");
            room.page().click("main button");
            room.isSound();
            assertThat(room.page().url()).contains("/queues/waiting");
            room.page().locator(".mast-more summary").press("Enter");
            assertThat(room.page().locator(".mast-more a").first().isVisible())
                    .as("folded rooms open without scripts")
                    .isTrue();
            room.isSound().picture("menu-unfolded");
        }
    }

    private static void isInOneLine(Watched room, String account) {
        assertThat((String) room.page().evaluate(LINES))
                .as("lines of the menus of %s at %s", account, room.page().url())
                .isEqualTo("1 1");
    }

    private static void shows(Watched window, String name, String path, int width) {
        window.open(path).isSound();
        Locator main = window.page().locator("main");
        assertThat(main.locator("h1").count()).as("heading of %s", path).isEqualTo(1);
        String text = main.innerText();
        assertThat(text.strip().length()).as("text of %s", path).isGreaterThan(80);
        assertThat(ENGLISH.matcher(text).results().map(found -> found.group()).toList())
                .as("English in the Chinese face of %s", path)
                .isEmpty();
        assertThat((String) window.page().evaluate(LAID_WRONG))
                .as("layout of %s", path)
                .isEmpty();
        window.pictureForDocuments(name + "-" + width);
    }

    /** Where the first link on a page that says something leads. */
    private static String named(Watched window, String path, String words) {
        window.open(path);
        return address(window.page().locator("main a:has-text('" + words + "')").first());
    }

    /** The last address on a page that begins with a path. */
    private static String last(Watched window, String path, String beginning) {
        window.open(path);
        return address(
                window.page().locator("main a[href^='" + beginning + "']").last());
    }

    private static String address(Locator link) {
        return Objects.requireNonNull(link.getAttribute("href"));
    }
}
