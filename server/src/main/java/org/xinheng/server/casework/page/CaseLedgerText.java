package org.xinheng.server.casework.page;

import org.xinheng.server.web.Text;

/** Words of the registers of cases. */
enum CaseLedgerText implements Text {
    REPAIRS_TITLE,
    REPAIRS_LEAD,
    OBJECTIONS_TITLE,
    OBJECTIONS_LEAD,
    NUMBER,
    PARTY,
    BODY,
    OPENED,
    STATE,
    DUE,
    LATE,
    LATE_YES,
    PAPERS,
    DOCUMENTS,
    ENDED,
    OUTSIDE,
    ENDED_YES,
    ENDED_NO,
    STANDING;

    @Override
    public String bundle() {
        return "case-ledger";
    }
}
