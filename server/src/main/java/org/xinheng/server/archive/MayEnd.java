package org.xinheng.server.archive;

import java.time.LocalDate;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Actor;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;

/**
 * Who may end a record before its time (谁认定、谁移出), through whichever door: whoever delivered it; a listing only the body that decided
 * it, or its successor, on nobody's mandate; what was decided here only its own proceeding.
 */
public final class MayEnd {

    private final DecidedHere proceedings;
    private final PolicyInForce inForce;

    public MayEnd(DecidedHere proceedings, PolicyInForce inForce) {
        this.proceedings = proceedings;
        this.inForce = inForce;
    }

    public enum Verdict {
        YES,
        /** Neither delivered nor decided by the actor's body. */
        FOREIGN,
        /** A listing that another body decided. */
        NOT_THE_AUTHORITY,
        /** Decided here: the proceeding that led to it ends it. */
        OWN_PROCEEDING
    }

    /** @param today on which a successor acts for its predecessor (Asia/Shanghai) */
    public Verdict of(Actor actor, RecordVersion record, LocalDate today) {
        Policy policy = inForce.policy();
        SourceScope scope = SourceScope.toAct(actor, policy, today);
        boolean listing = listing(policy, record);
        boolean decided = scope.covers(record.authorityCode());
        if (!scope.covers(record.sourceCode()) && !(listing && decided)) {
            return Verdict.FOREIGN;
        }
        if (proceedings.decided(record.organisationId(), record.recordId())) {
            return Verdict.OWN_PROCEEDING;
        }
        return ofAnother(policy, scope, record) ? Verdict.NOT_THE_AUTHORITY : Verdict.YES;
    }

    /**
     * Whether a record is a listing that another body decided, so that the actor's ends it at no door; reads nothing.
     *
     * @param scope in which the actor acts
     */
    public boolean ofAnother(SourceScope scope, RecordVersion record) {
        return ofAnother(inForce.policy(), scope, record);
    }

    private static boolean ofAnother(Policy policy, SourceScope scope, RecordVersion record) {
        return listing(policy, record) && (scope.all() || !scope.covers(record.authorityCode()));
    }

    private static boolean listing(Policy policy, RecordVersion record) {
        return policy.instruments().lists().values().stream()
                .filter(list -> list.nature() != ListRule.Nature.HONOUR)
                .anyMatch(list -> record.type().equals(list.scope().recordType()));
    }
}
