package org.xinheng.server.publicity.page;

import java.util.List;
import org.xinheng.server.organisation.Organisations.OrganisationHit;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What a search found.
 *
 * @param typed shown again in the box; blank where it looked like a person's number, which is not repeated
 * @param more whether there are more hits than shown
 */
public record SearchPage(String typed, Finding finding, List<OrganisationHit> hits, boolean more) implements PageView {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    /** How the search went. */
    public enum Finding {
        NOT_ASKED,
        FOUND,
        NOTHING,
        /** Nothing, and what was typed has the form of a code. */
        CODE_UNKNOWN,
        /** Nothing, and what was typed is a code whose check character fails: a typing error is likely. */
        CODE_MISTYPED,
        /** A resident's identity number: not looked up. */
        PERSON_NUMBER
    }

    @Override
    public String template() {
        return "publicity/search";
    }

    @Override
    public String title(Words words) {
        return words.say(PortalText.SEARCH_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
