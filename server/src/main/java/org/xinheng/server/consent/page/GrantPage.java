package org.xinheng.server.consent.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.server.consent.desk.ConsentDesk.Drafting;
import org.xinheng.server.consent.desk.ConsentForms.Typed;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * A new grant: filled in first, then read word for word and signed.
 *
 * @param readers institutions admitted today
 * @param ready the text to sign; null while it is filled in
 * @param changed whether the text is another than the one that was read
 * @param faults field → sentence
 */
public record GrantPage(
        ConsentRules rules,
        List<ConsentRules.Reader> readers,
        Typed typed,
        Drafting.@Nullable Ready ready,
        boolean changed,
        Map<String, String> faults)
        implements PageView {

    public GrantPage {
        readers = List.copyOf(readers);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    @Override
    public String template() {
        return ready == null ? "consent/form" : "consent/review";
    }

    @Override
    public String title(Words words) {
        return words.say(ready == null ? ConsentText.FORM_TITLE : ConsentText.REVIEW_TITLE);
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() && !changed ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return ConsentsPage.OWN;
    }
}
