package org.xinheng.server.warning.page;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Warnings to which the reader's body subscribed. */
public record WarningsPage(ListView list, List<WarningView> warnings) implements PageView {

    public static final String PATH = "/early-warnings";

    public WarningsPage {
        warnings = List.copyOf(warnings);
    }

    @Override
    public String template() {
        return "warning/warnings";
    }

    @Override
    public String title(Words words) {
        return words.say(WarningText.TITLE);
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
