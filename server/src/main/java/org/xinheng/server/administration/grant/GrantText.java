package org.xinheng.server.administration.grant;

import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.access.Grantees.Step;
import org.xinheng.server.access.Grantees.Why;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of the administrator's pages. */
public enum GrantText implements Text {
    NAV_ACCOUNTS,
    NAV_CLIENTS,
    ACCOUNTS_TITLE,
    ACCOUNTS_LEAD,
    CLIENTS_TITLE,
    CLIENTS_LEAD,
    NONE,
    NONE_HINT,
    NAME,
    NAME_HINT,
    ROLES,
    PERMISSIONS,
    BODY,
    BODY_NONE,
    STATE,
    STATE_OPEN,
    STATE_LOCKED,
    FACTOR,
    FACTOR_SET,
    FACTOR_NONE,
    OPENED,
    NEW_ACCOUNT,
    NEW_CLIENT,
    NEW_SEND,
    GROUND,
    GROUND_HINT,
    CHANGE,
    LOCK,
    UNLOCK,
    RENEW_PASSWORD,
    RENEW_SECRET,
    RESET_FACTOR,
    ACT,
    ACT_SEND,
    SECRET_TITLE,
    SECRET_LEAD,
    SECRET_BACK,
    HISTORY,
    HISTORY_NONE,
    HISTORY_AT,
    HISTORY_BY,
    HISTORY_STEP,
    STEP_OPENED,
    STEP_CHANGED,
    STEP_LOCKED,
    STEP_UNLOCKED,
    STEP_SECRET_GIVEN,
    STEP_FACTOR_RESET,
    WHY_TAKEN,
    WHY_NAME,
    WHY_NOT_SO,
    WHY_SELF,
    FAULT_GRANTS,
    FAULT_EXERCISE,
    FAULT_BODY,
    FAULT_BODY_NEEDED;

    @Override
    public String bundle() {
        return "grants";
    }

    static GrantText of(Step step) {
        return valueOf("STEP_" + step.name());
    }

    static GrantText of(Why why) {
        return valueOf("WHY_" + why.name());
    }

    /** Name of a role or permission. */
    public static String grant(String prefix, String grant, Words words) {
        String said = words.find(
                "posts", prefix + grant.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return said == null ? grant : said;
    }

    public static GrantText state(Grantee grantee) {
        return grantee.open() && grantee.lockedUntil() == null ? STATE_OPEN : STATE_LOCKED;
    }
}
