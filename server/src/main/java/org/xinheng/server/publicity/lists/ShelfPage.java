package org.xinheng.server.publicity.lists;

import java.util.List;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * All lists of one nature, with the newest entries.
 *
 * @param count entries in force on all of them
 */
public record ShelfPage(Shelf shelf, List<ListRule> lists, long count, List<Entry> newest) implements PageView {

    public ShelfPage {
        lists = List.copyOf(lists);
        newest = List.copyOf(newest);
    }

    public ListsText lead() {
        return shelf.lead();
    }

    public boolean honours() {
        return shelf == Shelf.HONOUR;
    }

    public String path(ListRule list) {
        return shelf.path() + "/" + Shelf.slug(list);
    }

    @Override
    public String template() {
        return "lists/shelf";
    }

    @Override
    public String title(Words words) {
        return shelf.title(words);
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
