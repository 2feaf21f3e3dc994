package org.xinheng.testkit.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule.Nature;

/**
 * Walks a proceeding from its first step to its service and says what a court would miss. Written beside the product and not
 * with its help: it shares no line with what it judges.
 */
public final class CompleteChain {

    private @Nullable String proposer;
    private @Nullable LocalDate answerBy;
    private boolean waived;
    private boolean agreed;
    private boolean hearingOwed;
    private boolean hearingCalled;
    private boolean decided;

    private CompleteChain() {}

    /** What is missing, in words; null when the chain is complete and ends with service. */
    public static @Nullable String fault(Nature nature, Proceeding proceeding) {
        CompleteChain walk = new CompleteChain();
        for (Step step : proceeding.steps()) {
            String fault = walk.step(nature, step);
            if (fault != null) {
                return fault;
            }
            if (step.act() instanceof Act.Serve) {
                return null;
            }
        }
        return "never served";
    }

    private @Nullable String step(Nature nature, Step step) {
        switch (step.act()) {
            case Act.Propose _ -> proposer = step.by().name();
            case Act.Notify _ -> {
                answerBy = step.answerBy();
                waived = false;
            }
            case Act.Consent consent -> agreed = consent.given() && own(step);
            case Act.Answer answer -> {
                waived |= answer.last() && answerBy != null && own(step);
                if (answer.form() == Act.Answer.Form.HEARING_REQUEST) {
                    hearingOwed = true;
                    hearingCalled = false;
                }
            }
            case Act.CallHearing _ -> hearingCalled = hearingOwed;
            case Act.Hear _ -> hearingOwed &= !hearingCalled;
            case Act.Decide decide -> {
                return decision(nature, decide, step);
            }
            case Act.Serve _ -> {
                return decided ? null : "served without a decision to list";
            }
            default -> {}
        }
        return null;
    }

    private static boolean own(Step step) {
        return step.by().post() == Post.SUBJECT;
    }

    private @Nullable String decision(Nature nature, Act.Decide decide, Step step) {
        if (decide.verdict() != Act.Decide.Verdict.LIST) {
            return "declined";
        }
        if (proposer == null || proposer.equals(step.by().name()) || step.by().post() != Post.HEAD) {
            return "signed by the wrong one";
        }
        if (decide.document().isBlank()) {
            return "no number";
        }
        if (nature == Nature.HONOUR) {
            decided = agreed;
            return agreed ? null : "no consent";
        }
        boolean over = answerBy != null && decide.on().isAfter(answerBy);
        if (answerBy == null || hearingOwed || !(over || waived)) {
            return "not heard";
        }
        decided = true;
        return null;
    }
}
