package org.xinheng.server.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands around the rows of a list: filters, order, pages, files.
 *
 * @param total rows on all pages together
 * @param extent whether the pages hold everything that is looked for
 */
public record ListView(ListAsk ask, List<ListFilter> filters, long total, Extent extent) {

    /** What the pages of a list hold together, and whether it is given out as a file. */
    public enum Extent {
        /** Everything, also as a file. */
        WHOLE,
        /** Everything, on pages only. */
        PAGES,
        /** A part of it: there was more than is looked at. */
        CUT
    }

    /** @throws ListRefused when a filter has a value that cannot be chosen */
    public ListView {
        filters = List.copyOf(filters);
        for (ListFilter filter : filters) {
            String typed = ask.typed(filter.id());
            if (!typed.isEmpty()
                    && !filter.choices().isEmpty()
                    && filter.choices().stream()
                            .noneMatch(choice -> choice.value().equals(typed))) {
                throw new ListRefused(ListText.LIST_REFUSED_FILTER);
            }
        }
    }

    public ListView(ListAsk ask, List<ListFilter> filters, long total) {
        this(ask, filters, total, Extent.WHOLE);
    }

    /** Of a list that only turns its pages, and is not given out as a file. */
    public static ListView pages(ListAsk ask, long total) {
        return new ListView(ask.within(total), List.of(), total, Extent.PAGES);
    }

    /** Whether nothing that is looked for is missing, and all of it is given out as a file. */
    public boolean whole() {
        return extent == Extent.WHOLE;
    }

    public boolean cut() {
        return extent == Extent.CUT;
    }

    public boolean first() {
        return ask.page() == 1;
    }

    public boolean last() {
        return ask.offset() + ListAsk.SHOWN >= total;
    }

    /** Number of the first row on the page, from 1. */
    public long from() {
        return Math.min(ask.offset() + 1, total);
    }

    public long to() {
        return Math.min(ask.offset() + ListAsk.SHOWN, total);
    }

    /** What the address says beyond the filters that are shown; the form carries it on. */
    public Map<String, String> unfiltered() {
        Map<String, String> rest = new TreeMap<>(ask.typed());
        filters.forEach(filter -> rest.remove(filter.id()));
        return rest;
    }

    /** Whether something was looked for, so that an empty list does not mean that there is nothing. */
    public boolean narrowed() {
        return filters.stream().anyMatch(filter -> !ask.typed(filter.id()).isEmpty());
    }

    /** Value of {@code aria-sort} of a column. */
    public String standing(String column) {
        if (!column.equals(ask.sort())) {
            return "none";
        }
        return ask.falling() ? "descending" : "ascending";
    }
}
