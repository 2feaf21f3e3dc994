package org.xinheng.server.measure.page;

import org.xinheng.server.web.Text;

/** Words of the component for approval pages. */
enum CheckWidgetText implements Text {
    TITLE,
    AGAIN,
    ASKING,
    FAULT,
    FAULT_BROKEN,
    FAULT_OTHER,
    FAULT_OLD,
    FAULT_NOTHING,
    FAULT_FOREIGN,
    FAULT_LATE,
    FAULT_AWAY,
    FAULT_REFUSED,
    NEVER,
    SANDBOX,
    NAME,
    CODE,
    KIND,
    STATE,
    STUB,
    MUST,
    MAY,
    BASIS,
    BODY,
    UNTIL,
    RECORD,
    MARK_DISPUTED,
    MARK_LITIGATION,
    MARK_STATEMENT,
    COMMA,
    STALE,
    ASOF,
    RECEIPT;

    @Override
    public String bundle() {
        return "check-widget";
    }
}
