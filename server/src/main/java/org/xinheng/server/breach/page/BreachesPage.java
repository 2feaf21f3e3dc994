package org.xinheng.server.breach.page;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Notices of breaches: those of the reader's body, or all.
 *
 * @param enterprises the register of state-owned enterprises; empty for a body's own notices
 * @param own whether the reader's body takes notice of them
 */
public record BreachesPage(ListView list, List<BreachView> notices, List<EnterpriseView> enterprises, boolean own)
        implements PageView {

    public static final String PATH = "/breach-notices";
    public static final String ALL = PATH + "/all";

    public BreachesPage {
        notices = List.copyOf(notices);
        enterprises = List.copyOf(enterprises);
    }

    @Override
    public String template() {
        return "breach/notices";
    }

    @Override
    public String title(Words words) {
        return words.say(own ? BreachText.TITLE : BreachText.TITLE_ALL);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return own ? PATH : ALL;
    }
}
