package org.xinheng.server.voluntary.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Where a fact is filed.
 *
 * @param key of the form, so that it files once
 * @param kinds id → title
 * @param typed shown again as typed
 * @param faults field → sentence
 */
public record FactFormPage(String key, Map<String, String> kinds, TypedFact typed, Map<String, String> faults)
        implements PageView {

    public static final String PATH = FactPage.LIST + "/new";

    public FactFormPage {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    @Override
    public String template() {
        return "voluntary/form";
    }

    @Override
    public String title(Words words) {
        return words.say(VoluntaryText.FORM_TITLE);
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
        return FactPage.LIST;
    }
}
