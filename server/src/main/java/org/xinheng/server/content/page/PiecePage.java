package org.xinheng.server.content.page;

import org.xinheng.server.content.ContentKind;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One piece of the library. */
public record PiecePage(Shown shown) implements PageView {

    public boolean policy() {
        return shown.item().kind() == ContentKind.POLICY;
    }

    @Override
    public String template() {
        return "content/piece";
    }

    @Override
    public String title(Words words) {
        return shown.title();
    }

    @Override
    public boolean indexed() {
        return !shown.adverse();
    }

    @Override
    public String section() {
        return shown.item().kind() == ContentKind.WARNING ? LibraryPage.WARNINGS : LibraryPage.PATH;
    }
}
