package org.xinheng.server.casework.page;

import java.util.List;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Cases that the reader may see, those due first first.
 *
 * @param kinds that the reader may open about an organisation: id and title
 * @param limit most that are listed
 */
public record CasesPage(CaseText lead, List<CaseLine> lines, boolean openOnly, List<Offer> kinds, int limit)
        implements PageView {

    public static final String PATH = "/cases";

    public CasesPage {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    public record Offer(String kind, Title title) {}

    @Override
    public String template() {
        return "casework/cases";
    }

    @Override
    public String title(Words words) {
        return words.say(CaseText.CASES_TITLE);
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
