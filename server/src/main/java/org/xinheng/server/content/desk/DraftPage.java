package org.xinheng.server.content.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.content.ContentCheck;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * The form of a first draft.
 *
 * @param kind as chosen, shown again
 * @param key of the form: sent twice, it opens one piece
 * @param faults field → sentence
 */
public record DraftPage(String kind, ContentCheck.Typed typed, String key, Map<String, String> faults)
        implements PageView {

    public DraftPage {
        faults = new LinkedHashMap<>(faults);
    }

    public Map<String, String> kinds(Shell shell) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(ContentKind.values()).forEach(one -> kinds.put(one.id(), shell.say(one.title())));
        return kinds;
    }

    @Override
    public String template() {
        return "content/draft";
    }

    @Override
    public String title(Words words) {
        return words.say(ContentText.DESK_NEW);
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
        return DeskPage.PATH;
    }
}
