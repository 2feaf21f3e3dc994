package org.xinheng.server.casework.page;

import java.util.List;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Cases that the reader may see, those due first first.
 *
 * @param cut whether there are more than were looked at
 * @param kinds that the reader may open about an organisation: id and title
 * @param limit most that are looked at
 */
public record CasesPage(CaseText lead, ListView list, List<CaseLine> lines, List<Offer> kinds, boolean cut, int limit)
        implements PageView {

    public static final String PATH = "/cases";

    public CasesPage {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    public boolean openOnly() {
        return CasesList.openOnly(list.ask());
    }

    /** Whether the reader is inside and may see how cases are spread. */
    public boolean overview() {
        return lead != CaseText.CASES_LEAD_OWN;
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
