package org.xinheng.server.content.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.content.ContentCheck;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.Item;
import org.xinheng.server.content.page.Shown;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One piece for those who keep the library: as it would read, and what may be done with it.
 *
 * @param typed in the form of a further version
 * @param reason of a withdrawal, shown again
 * @param faults field → sentence
 * @param own whether the reader wrote the newest version: somebody else publishes it
 */
public record DeskPiecePage(
        Shown shown, ContentCheck.Typed typed, String reason, Map<String, String> faults, boolean own)
        implements PageView {

    public DeskPiecePage {
        faults = new LinkedHashMap<>(faults);
    }

    public Item item() {
        return shown.item();
    }

    public String path() {
        return DeskPage.PATH + "/" + item().id();
    }

    public boolean policy() {
        return item().kind() == ContentKind.POLICY;
    }

    public boolean waits() {
        return item().state() == Item.State.DRAFT || item().state() == Item.State.REVISED;
    }

    public boolean isPublic() {
        return item().state() == Item.State.PUBLISHED || item().state() == Item.State.REVISED;
    }

    @Override
    public String template() {
        return "content/desk-piece";
    }

    @Override
    public String title(Words words) {
        return shown.title();
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
