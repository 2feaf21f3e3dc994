package org.xinheng.server.listing.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form of a proposal.
 *
 * @param lists id → title of those on which the reader's body decides
 * @param grounds id of the rule → title, of all these lists
 * @param kinds values that stand for these lists in their records
 * @param key of this form
 * @param faults field → sentence
 */
public record ProposalPage(
        Map<String, String> lists,
        Map<String, String> grounds,
        Map<String, String> kinds,
        TypedProposal typed,
        String key,
        Map<String, String> faults)
        implements PageView {

    public static final String PATH = ProceedingsPage.PATH + "/new";

    public ProposalPage {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        grounds = Collections.unmodifiableMap(new LinkedHashMap<>(grounds));
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    @Override
    public String template() {
        return "listing/proposal";
    }

    @Override
    public String title(Words words) {
        return words.say(ListingText.NEW_TITLE);
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return ProceedingsPage.PATH;
    }
}
