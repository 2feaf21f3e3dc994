package org.xinheng.server.casework.tip;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form in which anybody tells something.
 *
 * @param bodies id → name, the first one blank
 * @param key of this form
 * @param faults field → sentence
 */
public record TipPage(Map<String, String> bodies, TypedTip typed, String key, Map<String, String> faults)
        implements PageView {

    @Override
    public String template() {
        return "casework/tip";
    }

    @Override
    public String title(Words words) {
        return words.say(TipText.TITLE);
    }

    @Override
    public boolean indexed() {
        return true;
    }

    public static final String PATH = "/tip-offs";

    public TipPage {
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public String section() {
        return PATH;
    }
}
