package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.ListRule;

/** The periods that an act starts, by the clocks that the pack gives the list. */
final class Dues {

    private final Case one;

    Dues(Case one) {
        this.one = one;
    }

    /** Last day of the time to answer a notice that was served on a day. */
    LocalDate answerBy(LocalDate served) {
        return of(Objects.requireNonNull(one.answerClock()), served).by();
    }

    Due of(String clock, LocalDate from) {
        DueDate due =
                DueDate.of(one.policy().deadline(clock, from), one.policy().calendar(), from);
        return new Due(clock, from, due.date(), due.provisional());
    }

    List<Due> after(Act act) {
        return switch (act) {
            case Act.Notify notify -> List.of(of(Objects.requireNonNull(one.answerClock()), notify.on()));
            case Act.Decide decide ->
                decide.verdict() == Act.Decide.Verdict.LIST
                        ? started(ListRule.Step.Kind.SERVICE, decide.on())
                        : List.of();
            case Act.Serve serve -> started(ListRule.Step.Kind.PUBLICATION, serve.on());
            case Act.AskRemoval ask -> ofRemoval(ask.on());
            case Act.Revoke revoke -> started(one.list().term().revocation(), revoke.fellOn());
            case Act.Propose _,
                    Act.Consent _,
                    Act.Answer _,
                    Act.CallHearing _,
                    Act.Hear _,
                    Act.DecideRemoval _,
                    Act.Drop _ -> List.of();
        };
    }

    List<Due> started(ListRule.Step.Kind step, LocalDate from) {
        return started(one.list().step(step).map(ListRule.Step::clock).orElse(null), from);
    }

    List<Due> started(@Nullable String clock, LocalDate from) {
        return clock == null ? List.of() : List.of(of(clock, from));
    }

    /**
     * Accepting and deciding run from the application; the last period, taking down, is kept at once. A list that knows no early removal
     * may have a period for its review.
     */
    private List<Due> ofRemoval(LocalDate asked) {
        ListRule.EarlyRemoval early = one.list().term().early();
        if (early == null) {
            return started(ListRule.Step.Kind.REVIEW, asked);
        }
        List<Due> dues = new ArrayList<>();
        for (int i = 0; i < early.clocks().size() - 1; i++) {
            dues.add(of(early.clocks().get(i), asked));
        }
        return dues;
    }
}
