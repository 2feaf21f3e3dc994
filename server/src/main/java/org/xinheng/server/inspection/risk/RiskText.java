package org.xinheng.server.inspection.risk;

import org.xinheng.server.web.Text;

/** Words of the supervising room. */
public enum RiskText implements Text {
    NAV,
    TITLE,
    LEAD,
    CODE,
    PURPOSE,
    PURPOSE_HINT,
    LOOK,
    LEVEL,
    PERCENT,
    VISITS,
    LEVELS_TITLE,
    LEVELS_LEAD,
    LEVELS_NONE,
    LEVELS_NONE_HINT,
    REASONS,
    REASON_RECORDS,
    REASON_BASIS,
    DEFAULT,
    DEFAULT_UNLOOKED,
    FAULT_CODE,
    FAULT_NO_RULES;

    @Override
    public String bundle() {
        return "risk";
    }
}
