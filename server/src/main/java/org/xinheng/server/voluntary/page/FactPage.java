package org.xinheng.server.voluntary.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Title;
import org.xinheng.server.service.Attachment;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One fact, and what can be done with it.
 *
 * @param kind title of its kind
 * @param party name of the organisation
 * @param body who verifies it, or did
 * @param may what the reader may do
 * @param reasons as typed, shown again
 * @param faults field → sentence
 */
public record FactPage(
        VoluntaryFact fact,
        String kind,
        String party,
        Title body,
        List<Attachment> attachments,
        May may,
        String reasons,
        Map<String, String> faults)
        implements PageView {

    public static final String LIST = "/voluntary-facts";

    public record May(boolean decide, boolean withdraw) {}

    public FactPage {
        attachments = List.copyOf(attachments);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public String path() {
        return LIST + "/" + fact.id();
    }

    @Override
    public String template() {
        return "voluntary/fact";
    }

    @Override
    public String title(Words words) {
        return fact.content().title();
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
        return LIST;
    }
}
