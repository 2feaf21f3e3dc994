package org.xinheng.server.listing.page;

import org.xinheng.server.web.Text;

/** Words of the register of lists. */
enum ListLedgerText implements Text {
    TITLE,
    LEAD,
    PARTY,
    LIST,
    BODY,
    CHANGE,
    IN,
    OUT_EARLY,
    OUT_REVOKED,
    OUT_EXPIRED,
    DAY,
    DOCUMENT,
    UNTIL;

    @Override
    public String bundle() {
        return "list-ledger";
    }
}
