package org.xinheng.server.service.inbox;

import org.xinheng.server.web.Text;

/** Words of served documents. */
public enum ServiceText implements Text {
    NAV_INBOX,
    NAV_SERVED,
    INBOX_TITLE,
    INBOX_LEAD,
    SERVED_TITLE,
    SERVED_LEAD,
    LIST_DOCUMENT,
    LIST_NUMBER,
    LIST_UNOPENED,
    LIST_PARTY,
    LIST_AUTHORITY,
    LIST_SERVED,
    LIST_OPENED,
    LIST_NOT_OPENED,
    LIST_NONE,
    LIST_NONE_HINT,
    DOCUMENT_NUMBER,
    DOCUMENT_REFERENCE,
    DOCUMENT_HASH,
    DOCUMENT_HASH_HINT,
    DOCUMENT_OPEN,
    DOCUMENT_BACK,
    PRINT_CODE,
    PRINT_SERVED,
    PROBLEM_UNKNOWN,
    PROBLEM_UNKNOWN_ADVICE;

    @Override
    public String bundle() {
        return "service";
    }
}
