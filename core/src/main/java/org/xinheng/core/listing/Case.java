package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;

/** A proceeding with its list, on the day on which it is looked at. */
record Case(Policy policy, ListRule list, Proceeding proceeding, LocalDate today) {

    boolean honour() {
        return list.nature() == ListRule.Nature.HONOUR;
    }

    /** A watch tag (重点关注) affects inspections only: it brings no measures. */
    boolean tag() {
        return list.nature() == ListRule.Nature.WATCH;
    }

    /** The notice and the time to answer that the pack gives; null for a list that has none: its listings come from elsewhere. */
    @Nullable
    String answerClock() {
        boolean notice = list.step(ListRule.Step.Kind.NOTICE).isPresent();
        return notice
                ? list.step(ListRule.Step.Kind.ANSWER).map(ListRule.Step::clock).orElse(null)
                : null;
    }

    /** The first day that an act's paper may bear: that of the act which must come before it. */
    LocalDate earliest(Act.Kind act) {
        return switch (act) {
            case CONSENT -> on(Act.Kind.PROPOSE);
            case ANSWER, HEAR -> on(Act.Kind.NOTIFY);
            case ASK_REMOVAL -> on(Act.Kind.SERVE);
            case PROPOSE, NOTIFY, CALL_HEARING, DECIDE, SERVE, DECIDE_REMOVAL, REVOKE, DROP -> today;
        };
    }

    private LocalDate on(Act.Kind kind) {
        return proceeding.last(kind).map(step -> step.act().on()).orElse(today);
    }

    Step step(Act.Kind kind) {
        return proceeding.last(kind).orElseThrow(() -> new IllegalStateException("no " + kind + " in " + proceeding));
    }

    Refused refused(Reason reason, String... facts) {
        return new Refused(reason, List.of(facts), list.rule().id());
    }

    /** Null when something was said. @param what key of the field */
    @Nullable
    Refused said(String what, String text) {
        return text.isBlank() ? refused(Reason.NOT_SAID, what) : null;
    }

    /** The first that is refused. */
    static @Nullable Refused first(@Nullable Refused... all) {
        for (Refused one : all) {
            if (one != null) {
                return one;
            }
        }
        return null;
    }
}
