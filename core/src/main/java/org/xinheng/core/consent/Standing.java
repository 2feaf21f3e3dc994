package org.xinheng.core.consent;

import java.util.List;

/** How a grant stands; only its organisation moves it. A revoked grant stands no more: a new one is signed instead. */
public enum Standing {
    ACTIVE,
    PAUSED,
    REVOKED;

    /** Acts of the organisation behind the signature (暂停、恢复、撤回). */
    public enum Act {
        PAUSE,
        RESUME,
        REVOKE
    }

    /** @param acts in their order; those that cannot be taken where the grant stands change nothing */
    public static Standing after(List<Act> acts) {
        Standing standing = ACTIVE;
        for (Act act : acts) {
            standing = standing.allows(act) ? standing.by(act) : standing;
        }
        return standing;
    }

    public boolean allows(Act act) {
        return switch (act) {
            case PAUSE -> this == ACTIVE;
            case RESUME -> this == PAUSED;
            case REVOKE -> this != REVOKED;
        };
    }

    private Standing by(Act act) {
        return switch (act) {
            case PAUSE -> PAUSED;
            case RESUME -> ACTIVE;
            case REVOKE -> REVOKED;
        };
    }
}
