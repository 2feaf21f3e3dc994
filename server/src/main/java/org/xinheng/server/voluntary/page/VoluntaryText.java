package org.xinheng.server.voluntary.page;

import org.xinheng.server.voluntary.VoluntaryFact.Stage;
import org.xinheng.server.web.Text;

/** Words of facts that organisations file. */
public enum VoluntaryText implements Text {
    NAV,
    NAV_WORK,
    TITLE,
    LEAD,
    LEAD_OWN,
    NONE,
    NONE_HINT,
    NONE_HINT_OWN,
    FACT_TITLE,
    FACT_KIND,
    FACT_PARTY,
    FACT_BODY,
    FACT_STAGE,
    FACT_NUMBER,
    FACT_ISSUER,
    FACT_ISSUED,
    FACT_VALID,
    FACT_CONTENT,
    FACT_TRUTH,
    FACT_FILED,
    FACT_DECIDED,
    STAGE_DECLARED,
    STAGE_VERIFIED,
    STAGE_REFUSED,
    STAGE_WITHDRAWN,
    FORM_TITLE,
    FORM_LEAD,
    FORM_TITLE_HINT,
    FORM_OPTIONAL,
    FORM_DAY_HINT,
    FORM_CONTENT_HINT,
    FORM_TRUTH,
    FORM_AFTER,
    FORM_SEND,
    FAULT_OVER,
    FAULT_ORDER,
    FAULT_TRUTH,
    FAULT_DECIDED,
    FAULT_FILE,
    FAULT_FILES,
    OPEN,
    CHAPTER_TITLE,
    CHAPTER_KIND,
    CHAPTER_NUMBER,
    CHAPTER_VALID,
    MARK_DECLARED,
    MARK_VERIFIED,
    FILES,
    FILES_ADD,
    FILES_HINT,
    FILES_SEND,
    WITHDRAW,
    WITHDRAW_HINT,
    DECIDE,
    DECIDE_OUTCOME,
    DECIDE_REASONS,
    DECIDE_REASONS_HINT,
    DECIDE_SEND;

    public static VoluntaryText of(Stage stage) {
        return switch (stage) {
            case DECLARED -> STAGE_DECLARED;
            case VERIFIED -> STAGE_VERIFIED;
            case REFUSED -> STAGE_REFUSED;
            case WITHDRAWN -> STAGE_WITHDRAWN;
        };
    }

    @Override
    public String bundle() {
        return "voluntary";
    }
}
