package org.xinheng.core.listing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.xinheng.core.listing.Act.Kind;

/** Where a proceeding stands, and which acts may follow there: the whole life of a listing on one page. */
public enum Stage {
    /** 拟列入，未告知. */
    PROPOSED(Kind.NOTIFY, Kind.CONSENT, Kind.DECIDE, Kind.DROP),
    /** 已告知，听取意见. */
    NOTIFIED(Kind.ANSWER, Kind.CALL_HEARING, Kind.HEAR, Kind.DECIDE, Kind.DROP),
    /** 已决定列入，未送达: it has no effect yet. */
    DECIDED(Kind.SERVE, Kind.REVOKE),
    /** 已列入. */
    LISTED(Kind.ASK_REMOVAL, Kind.REVOKE),
    /** 已列入，申请提前移出. */
    REMOVAL_ASKED(Kind.DECIDE_REMOVAL, Kind.REVOKE),
    /** 不予列入. */
    DECLINED,
    /** 终止. */
    DROPPED,
    /** 已提前移出. */
    REMOVED,
    /** 已撤销. */
    REVOKED,
    /** 期满移出: no act brought it about. A decision under it may still fall afterwards. */
    EXPIRED(Kind.REVOKE);

    private final Set<Kind> acts;

    Stage(Kind... acts) {
        Set<Kind> allowed = EnumSet.noneOf(Kind.class);
        Collections.addAll(allowed, acts);
        this.acts = Collections.unmodifiableSet(allowed);
    }

    public boolean allows(Kind act) {
        return acts.contains(act);
    }

    /** The acts that may follow, in their usual order. */
    public Set<Kind> acts() {
        return acts;
    }

    /** Whether the organisation stands on the list. */
    public boolean listed() {
        return this == LISTED || this == REMOVAL_ASKED;
    }

    /** Whether the proceeding still goes on towards a listing. */
    public boolean open() {
        return this == PROPOSED || this == NOTIFIED || this == DECIDED;
    }
}
