package org.xinheng.server.organisation.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One question about a code, and how it can end.
 *
 * @param outcomes value → title of the ways in which it can end
 * @param outcome shown again as chosen
 * @param reason shown again as typed
 * @param faults field → sentence
 */
public record CodePage(
        Entry entry,
        String source,
        boolean maySettle,
        Map<String, String> outcomes,
        @Nullable String outcome,
        @Nullable String reason,
        Map<String, String> faults)
        implements PageView {

    public CodePage {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public String path() {
        return CodesPage.PATH + "/" + entry.id();
    }

    @Override
    public String template() {
        return "queues/code";
    }

    @Override
    public String title(Words words) {
        return words.say(CodesText.titleOf(entry.fault()));
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
        return "/queues/waiting";
    }
}
