package org.xinheng.server.evaluation.given;

import org.jspecify.annotations.Nullable;
import org.xinheng.server.consent.StandingConsents;

/** Why a reader is told that a grade ended. */
enum Ended {
    /** The organisation has another grade, none any more, or a bad one of which it was not heard. */
    CHANGED,
    /** The rule is over, or gives other grades. */
    RULE_EXPIRED,
    CONSENT_REVOKED,
    CONSENT_PAUSED,
    CONSENT_OVER,
    /** The grade is another one, or none, and a record is in dispute; for departments and the organisation only. */
    DISPUTE,
    /** The platform cannot say any more what the grade is. */
    UNSETTLED,
    /** No rule names the reader. */
    NOT_NAMED;

    /** As a reader may hear it: whether a record is in dispute is the business of departments only. */
    static @Nullable Ended toldTo(String feed, @Nullable Ended reason) {
        return reason == DISPUTE && !Readers.isOfAuthority(feed) ? CHANGED : reason;
    }

    static Ended of(StandingConsents.Why why) {
        return switch (why) {
            case REVOKED -> CONSENT_REVOKED;
            case PAUSED -> CONSENT_PAUSED;
            case OVER, NOT_YET, NEVER_GRANTED -> CONSENT_OVER;
        };
    }
}
