package org.xinheng.core.measure.use;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Cause;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.measure.use.Support.Finding;
import org.xinheng.core.measure.use.Support.Judgement;
import org.xinheng.core.measure.use.Support.Nothing;
import org.xinheng.core.measure.use.Support.Standing;
import org.xinheng.core.measure.use.Verdict.Lawful;
import org.xinheng.core.measure.use.Verdict.Refused;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;

/**
 * The guarded door to measures (措施闸门). A measure is lawful when the effective catalogue has it for the matter, the body has the
 * remit, the subject may be touched, and a finding stands behind it that the law names; anything else is refused with the first
 * reason that holds. A pure function of pack, statement and day (Asia/Shanghai).
 */
public final class MeasureGuard {

    private final Policy policy;
    private final MeasureCatalogue catalogue;

    public MeasureGuard(Policy policy) {
        this.policy = policy;
        this.catalogue = MeasureCatalogue.of(policy);
    }

    /** May it be applied today? */
    public Verdict judge(Use use, LocalDate day) {
        return use.party() instanceof Party.Registered party
                ? judge(use, party, day)
                : refused(Reason.NATURAL_PERSON, null);
    }

    private Verdict judge(Use use, Party.Registered party, LocalDate day) {
        Measure measure = edition(use.measure(), day);
        if (measure == null) {
            return outOfDate(use.measure(), day);
        }
        Refused refused = matter(measure, use.matter(), day);
        if (refused == null) {
            refused = body(measure, use.body(), day);
        }
        if (refused == null) {
            refused = subject(measure, party);
        }
        if (refused == null && use.document().isBlank()) {
            refused = refused(Reason.NO_DECISION_NUMBER, measure);
        }
        return refused == null ? ground(measure, use.ground(), day, true) : refused;
    }

    /**
     * May one that was applied lawfully stay on? An objection alone takes nothing away, what it suspends does; who applied it
     * does not matter any more.
     */
    public Verdict stays(String measure, Party.Registered party, Support ground, LocalDate day) {
        Measure edition = edition(measure, day);
        if (edition == null) {
            return outOfDate(measure, day);
        }
        Refused refused = subject(edition, party);
        return refused == null ? ground(edition, ground, day, false) : refused;
    }

    private @Nullable Measure edition(String id, LocalDate day) {
        return catalogue.editions(id).stream()
                .filter(measure -> measure.rule().validity().covers(day))
                .findFirst()
                .orElse(null);
    }

    /** Of a measure that has no edition on the day. */
    private Refused outOfDate(String id, LocalDate day) {
        List<Measure> editions = catalogue.editions(id);
        if (editions.isEmpty()) {
            return refused(Reason.NOT_IN_CATALOGUE, null, id);
        }
        Measure last = editions.getLast();
        LocalDate end = last.rule().validity().to();
        return end != null && day.isAfter(end)
                ? refused(Reason.MEASURE_ENDED, last, end.toString())
                : refused(
                        Reason.MEASURE_NOT_BEGUN,
                        last,
                        last.rule().validity().from().toString());
    }

    private @Nullable Refused matter(Measure measure, String id, LocalDate day) {
        if (!measure.matters().contains(id)) {
            return refused(Reason.OTHER_MATTER, measure, String.join("、", measure.matters()));
        }
        Matter matter = policy.matters().get(id);
        return matter != null && matter.rule().validity().covers(day)
                ? null
                : refused(Reason.MATTER_NOT_IN_FORCE, measure, id);
    }

    private @Nullable Refused body(Measure measure, String id, LocalDate day) {
        Authority body =
                policy.authority(id).filter(one -> one.validity().covers(day)).orElse(null);
        if (body == null) {
            return refused(Reason.NO_SUCH_BODY, measure);
        }
        return measure.mayBeAppliedBy(body)
                ? null
                : refused(Reason.NO_REMIT, measure, measure.body().zh());
    }

    private static @Nullable Refused subject(Measure measure, Party.Registered party) {
        return measure.subjects().contains(party.kind()) ? null : refused(Reason.SUBJECT_KIND, measure);
    }

    /** @param anew whether something new is built on it */
    private Verdict ground(Measure measure, Support support, LocalDate day, boolean anew) {
        return switch (support) {
            case Nothing _ -> refused(Reason.NO_GROUND, measure);
            case Judgement _ -> refused(Reason.JUDGEMENT, measure);
            case Finding finding -> finding(measure, finding, day, anew);
        };
    }

    private Verdict finding(Measure measure, Finding finding, LocalDate day, boolean anew) {
        if (!finding.own()) {
            return refused(Reason.OTHERS_GROUND, measure);
        }
        if (finding.judgement() && measure.effect() == Measure.Effect.RESTRICTION) {
            return refused(Reason.JUDGEMENT, measure);
        }
        Reason down = down(finding.standing(), anew);
        if (down != null) {
            return refused(down, measure);
        }
        Ground ground = finding.ground();
        if (ground == null) {
            return refused(Reason.GROUND_INVALID, measure);
        }
        if (finding.documentNumber().isBlank()) {
            return refused(Reason.NO_DOCUMENT_NUMBER, measure);
        }
        Cause cause = catalogue.cause(measure, ground).orElse(null);
        return cause == null ? refused(Reason.NOT_THE_TRIGGER, measure) : inTime(measure, ground, cause, day);
    }

    private static @Nullable Reason down(Standing standing, boolean anew) {
        return switch (standing) {
            case STANDS -> null;
            case DISPUTED -> anew ? Reason.GROUND_DISPUTED : null;
            case HELD -> Reason.GROUND_HELD;
            case SUSPENDED -> Reason.GROUND_SUSPENDED;
            case REPAIRED -> Reason.GROUND_REPAIRED;
            case WITHDRAWN -> Reason.GROUND_WITHDRAWN;
        };
    }

    private Verdict inTime(Measure measure, Ground ground, Cause cause, LocalDate day) {
        if (day.isBefore(ground.begins())) {
            return refused(Reason.GROUND_NOT_BEGUN, measure, ground.begins().toString());
        }
        LocalDate until = catalogue.lastDay(measure, ground);
        LocalDate end = measure.rule().validity().to();
        if (day.isAfter(until)) {
            return refused(Reason.GROUND_EXPIRED, measure, until.toString());
        }
        return new Lawful(measure, end != null && end.isBefore(until) ? end : until, cause);
    }

    private static Refused refused(Reason reason, @Nullable Measure measure, String... facts) {
        return new Refused(reason, List.of(facts), measure == null ? null : measure.id());
    }
}
