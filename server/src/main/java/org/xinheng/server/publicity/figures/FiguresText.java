package org.xinheng.server.publicity.figures;

import org.xinheng.server.web.Text;

/** Words of the figures. */
public enum FiguresText implements Text {
    NAV,
    NAV_OFFICE,
    TITLE,
    LEAD,
    LEAD_OFFICE,
    KINDS,
    PLACES,
    KIND,
    APPLY,
    COUNT,
    PLACE,
    FEW,
    NONE,
    NONE_HINT,
    CITY;

    @Override
    public String bundle() {
        return "figures";
    }
}
