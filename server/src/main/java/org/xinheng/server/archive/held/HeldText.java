package org.xinheng.server.archive.held;

import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.web.Text;

/** Words of the queue of held records. */
public enum HeldText implements Text {
    NAV,
    TITLE,
    LEAD_HELD,
    LEAD_UNCONFIRMED,
    KIND_HELD,
    KIND_UNCONFIRMED,
    NONE,
    NONE_HINT,
    WHAT,
    PARTY,
    NUMBER,
    DECIDED,
    SOURCE,
    WHY,
    PUBLICATION,
    ADDRESS,
    TYPE,
    SHOWN_AS,
    UNEXPLAINED;

    public static HeldText of(Kind kind) {
        return switch (kind) {
            case HELD -> KIND_HELD;
            case UNCONFIRMED -> KIND_UNCONFIRMED;
        };
    }

    @Override
    public String bundle() {
        return "held";
    }
}
