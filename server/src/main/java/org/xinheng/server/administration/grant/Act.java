package org.xinheng.server.administration.grant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.web.Words;

/** What an administrator does to an account or client that is there. */
enum Act {
    CHANGE,
    LOCK,
    UNLOCK,
    RENEW,
    RESET_FACTOR;

    private GrantText words(Kind kind) {
        return switch (this) {
            case CHANGE -> GrantText.CHANGE;
            case LOCK -> GrantText.LOCK;
            case UNLOCK -> GrantText.UNLOCK;
            case RENEW -> kind == Kind.ACCOUNT ? GrantText.RENEW_PASSWORD : GrantText.RENEW_SECRET;
            case RESET_FACTOR -> GrantText.RESET_FACTOR;
        };
    }

    private boolean possible(Grantee grantee) {
        return switch (this) {
            case CHANGE -> grantee.open() && grantee.organisation() == null;
            case LOCK, RENEW -> grantee.open();
            case UNLOCK -> !grantee.open() || grantee.lockedUntil() != null;
            case RESET_FACTOR -> grantee.secondFactor();
        };
    }

    /** Those that are possible now, with their names. */
    static Map<String, String> of(Kind kind, Grantee grantee, Words words) {
        Map<String, String> acts = new LinkedHashMap<>();
        for (Act act : values()) {
            if (act.possible(grantee)) {
                acts.put(act.name(), words.say(act.words(kind)));
            }
        }
        return acts;
    }
}
