package org.xinheng.server.measure.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The public page on which a printed result sheet is verified.
 *
 * @param typed what is shown again
 * @param missing fields that were left empty
 * @param genuine null before anything was asked
 * @param keyId of the key that signed a genuine one; blank otherwise, and for receipts from before the signatures
 */
public record VerifyPage(
        Printed typed, List<String> missing, @Nullable Boolean genuine, String keyId) implements PageView {

    static final String PATH = CheckPage.PATH + "/verify";

    public VerifyPage {
        missing = List.copyOf(missing);
    }

    /** What is printed, as somebody typed it; every part may be blank or nonsense. */
    public record Printed(String number, String check, String code, String outcome, String day) {}

    public List<CheckOutcome> outcomes() {
        return List.of(CheckOutcome.values());
    }

    @Override
    public String template() {
        return "check/verify";
    }

    @Override
    public String title(Words words) {
        return words.say(CheckPageText.VERIFY_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
