package org.xinheng.server.organisation.quality;

import org.xinheng.server.web.Text;

/** Words of the register of wrong codes. */
enum CodeLedgerText implements Text {
    TITLE,
    LEAD,
    SOURCE,
    FOUND,
    OPEN,
    SETTLED,
    RATE;

    @Override
    public String bundle() {
        return "code-ledger";
    }
}
