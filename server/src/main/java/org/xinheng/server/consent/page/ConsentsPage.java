package org.xinheng.server.consent.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Grants of an organisation, or to an institution, newest first.
 *
 * @param own whether the reader of the page is the organisation
 * @param canGrant whether any institution is admitted
 * @param next id to go on below; null on the last page
 */
public record ConsentsPage(
        boolean own,
        List<ConsentLine> lines,
        boolean canGrant,
        @Nullable Long next) implements PageView {

    public static final String OWN = "/consents";
    public static final String GRANTED = "/consented";

    public ConsentsPage {
        lines = List.copyOf(lines);
    }

    public String path() {
        return own ? OWN : GRANTED;
    }

    @Override
    public String template() {
        return "consent/list";
    }

    @Override
    public String title(Words words) {
        return words.say(own ? ConsentText.OWN_TITLE : ConsentText.READER_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return path();
    }
}
