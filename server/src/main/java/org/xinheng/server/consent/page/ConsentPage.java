package org.xinheng.server.consent.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.Title;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.consent.store.ConsentStore.Read;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One grant with every read under it: for its organisation with what it may do, for its reader with the form to read.
 *
 * @param own whether the reader of the page is the organisation
 * @param faults field → sentence
 * @param limit most reads that are listed
 */
public record ConsentPage(
        boolean own, ConsentLine line, List<Read> reads, ConsentRules rules, Map<String, String> faults, int limit)
        implements PageView {

    public ConsentPage {
        reads = List.copyOf(reads);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public String path() {
        return (own ? ConsentsPage.OWN : ConsentsPage.GRANTED) + "/"
                + line.consent().id();
    }

    /** Titles of categories. */
    public List<Title> titles(List<String> data) {
        return data.stream()
                .map(id -> rules.data().containsKey(id)
                        ? rules.data().get(id).rule().title()
                        : new Title(id, id))
                .toList();
    }

    @Override
    public String template() {
        return "consent/show";
    }

    @Override
    public String title(Words words) {
        return words.say(ConsentText.SHOW_TITLE, line.consent().id());
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
        return own ? ConsentsPage.OWN : ConsentsPage.GRANTED;
    }
}
