package org.xinheng.server.publicity.own;

import org.xinheng.server.web.Text;

/** Words of an organisation's own file. */
public enum OwnFileText implements Text {
    NAV,
    TITLE,
    LEAD,
    AS_OF,
    IDENTITY,
    WRONG_IDENTITY,
    READINGS,
    DOCUMENTS,
    PUBLIC,
    NONE,
    NONE_HINT,
    UNREAD,
    STATE,
    STATE_SHOWN,
    STATE_TO_COME,
    STATE_OVER,
    STATE_SUSPENDED,
    STATE_INSIDE,
    STATE_HELD,
    STATE_REPAIRED,
    STATE_WITHDRAWN,
    ENDED_ON,
    ENDED_BY,
    ENDED_WHY,
    WHOLE,
    REPAIR_NOW,
    REPAIR_FROM,
    PRINT;

    @Override
    public String bundle() {
        return "own-file";
    }
}
