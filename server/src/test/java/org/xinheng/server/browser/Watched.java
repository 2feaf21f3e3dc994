package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotScale;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A browser window that remembers everything that went wrong in it: script faults, refused contents, failed requests. */
final class Watched implements AutoCloseable {

    static final int PHONE = 390;
    static final int DESK = 1440;

    private static final boolean SCREENS = Boolean.getBoolean("xinheng.screens");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final String root;
    private final List<String> faults = new ArrayList<>();
    private @Nullable String expected;

    Watched(Browser browser, String root, int width, boolean scripts) {
        this.root = root;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setDeviceScaleFactor(width == PHONE ? 2 : 1)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(scripts));
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(fault -> faults.add("script: " + fault));
        page.onRequestFailed(request -> {
            if (expected == null || !request.url().contains(expected)) {
                faults.add("failed: " + request.url());
            }
        });
    }

    /** Refused contents (CSP) are told on the console; the message that a page itself answered 404 or 410 is no fault. */
    private void heard(ConsoleMessage message) {
        boolean answered = message.text().startsWith("Failed to load resource");
        if (message.type().equals("error") && !answered) {
            faults.add("console: " + message.text());
        }
    }

    /** Requests whose address holds this text may fail: that is what is tested. */
    Watched mayFail(String address) {
        expected = address;
        return this;
    }

    Page page() {
        return page;
    }

    Watched open(String path) {
        page.navigate(root + path);
        return this;
    }

    /** What the server answered to the page itself. */
    Response answer(String path) {
        return Objects.requireNonNull(page.navigate(root + path));
    }

    /** Fails on anything that went wrong so far, and on a page wider than the screen. */
    Watched isSound() {
        // A click may still be on its way to the next page.
        page.waitForLoadState();
        page.locator("body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(faults).as("faults at %s", page.url()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("overflow of %s", page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** Fails on a serious or critical fault of accessibility (axe-core); seconds of work, so once a page and language. */
    Watched isAccessible() {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList())
                .as("accessibility of %s", page.url())
                .isEmpty();
        return this;
    }

    /** Keeps a picture in {@code target/screens} to look at, only when asked: {@code -Dxinheng.screens=true}. */
    Watched picture(String name) {
        return keep(Path.of("target", "screens"), name);
    }

    /** Keeps a picture for the documents, as {@link #picture} does. */
    Watched pictureForDocuments(String name) {
        return keep(Path.of(System.getProperty("xinheng.home"), "docs", "screens"), name);
    }

    private Watched keep(Path folder, String name) {
        if (SCREENS) {
            byte[] picture = page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setScale(ScreenshotScale.CSS));
            SmallPicture.write(picture, folder.resolve(name + ".png"));
        }
        return this;
    }

    /** Fails on anything that went wrong in the window, refused contents (CSP) above all, whatever the test asked. */
    @Override
    public void close() {
        context.close();
        assertThat(faults).as("faults in the window").isEmpty();
    }
}
