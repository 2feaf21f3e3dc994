package org.xinheng.server.publicity.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One list with who stands on it, and the way off it.
 *
 * @param next key of the page that follows; null on the last one
 * @param first whether this is the first page
 */
public record ListedPage(
        Shelf shelf,
        WayOut way,
        List<Entry> entries,
        @Nullable String next,
        boolean first) implements PageView {

    public ListedPage {
        entries = List.copyOf(entries);
    }

    public ListRule list() {
        return way.list();
    }

    public boolean honours() {
        return shelf == Shelf.HONOUR;
    }

    public String path() {
        return shelf.path() + "/" + Shelf.slug(list());
    }

    public String shelfPath() {
        return shelf.path();
    }

    @Override
    public String template() {
        return "lists/listed";
    }

    @Override
    public String title(Words words) {
        return words.say(list().rule().title());
    }

    @Override
    public boolean indexed() {
        return shelf.indexed();
    }

    @Override
    public String section() {
        return shelf.path();
    }
}
