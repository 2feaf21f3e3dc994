package org.xinheng.server.web;

/** Words around every list. */
public enum ListText implements Text {
    LIST_FILTERS,
    LIST_FIND,
    LIST_CLEAR,
    LIST_ANY,
    LIST_RANGE,
    LIST_PAGES,
    LIST_PREVIOUS,
    LIST_NEXT,
    LIST_TAKE_HOME,
    LIST_TOO_LONG,
    LIST_XLSX,
    LIST_CSV,
    LIST_DOCX,
    LIST_NOT_FOUND,
    LIST_NOT_FOUND_HINT,
    LIST_WORDS,
    LIST_CUT,
    LIST_REFUSED,
    LIST_REFUSED_SORT,
    LIST_REFUSED_PAGE,
    LIST_REFUSED_FILE,
    LIST_REFUSED_FILTER;

    @Override
    public String bundle() {
        return "lists";
    }
}
