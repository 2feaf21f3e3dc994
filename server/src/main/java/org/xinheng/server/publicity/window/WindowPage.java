package org.xinheng.server.publicity.window;

import java.util.Map;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form of the window.
 *
 * @param faults field → sentence
 */
public record WindowPage(Typed typed, Map<String, String> faults) implements PageView {

    static final String PATH = "/window";

    public WindowPage {
        faults = Map.copyOf(faults);
    }

    /** As it was typed. */
    public record Typed(String code, String ground, String document) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    public static Ground[] grounds() {
        return Ground.values();
    }

    @Override
    public String template() {
        return "window/form";
    }

    @Override
    public String title(Words words) {
        return words.say(WindowText.TITLE);
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
