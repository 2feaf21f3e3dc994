package org.xinheng.server.web;

/** Names of the papers. */
enum PapersText implements Text {
    NAV,
    COLLECTION,
    MONTH,
    REPAIRS,
    OBJECTIONS,
    LISTS,
    BULLETINS,
    ENDING,
    CODES,
    SCORES,
    UNREPORTED,
    NONE,
    NONE_HINT;

    @Override
    public String bundle() {
        return "papers";
    }
}
