package org.xinheng.core.policy;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of organisations (名单) with its grounds, its procedure, its duration and its way out. It lists nobody: a listing
 * takes the decision of the authority.
 *
 * @param nature what standing on the list means
 * @param scope whom it may hold, who decides, and where its listings are recorded
 * @param grounds what may lead there, each with its law (列入情形)
 * @param procedure the steps before and after the decision, in their order
 * @param term how long a listing lasts and how it ends
 */
public record ListRule(Rule rule, Nature nature, Scope scope, List<Ground> grounds, List<Step> procedure, Term term) {

    public ListRule {
        grounds = List.copyOf(grounds);
        procedure = List.copyOf(procedure);
    }

    public String id() {
        return rule.id();
    }

    public enum Nature {
        /** 严重失信主体名单. */
        SEVERE,
        /** 经营（活动）异常名录. */
        ABNORMAL,
        /** 重点关注: an internal tag, to which no measure may be attached. */
        WATCH,
        /** 守信激励对象. */
        HONOUR
    }

    /**
     * @param subjects whom it may hold
     * @param decidedBy who decides (认定单位), in words
     * @param recordType the record type that carries listings decided outside; null for a list kept here only
     * @param kinds values of the field with role KIND that mean this list
     */
    public record Scope(
            List<SubjectKind> subjects,
            Title decidedBy,
            @Nullable String recordType,
            List<String> kinds) {
        public Scope {
            subjects = List.copyOf(subjects);
            kinds = List.copyOf(kinds);
        }
    }

    /** @param when proposes an organisation to the authority, no more than that; null where only people can tell */
    public record Ground(Rule rule, @Nullable Condition when) {}

    /** @param clock id of the period of this step; null where none is set */
    public record Step(Kind kind, Title title, @Nullable String clock) {

        /** What a step is, so that a list without notice, answer, decision and service does not load. */
        public enum Kind {
            NOTICE,
            ANSWER,
            HEARING,
            DECISION,
            SERVICE,
            PUBLICATION,
            REVIEW
        }
    }

    /**
     * @param longest from the decision on; null where it lasts until the duty is done
     * @param untilDutyDone it ends when the duty is done, also before {@code longest}
     * @param early removal on application; null where there is none
     * @param revocation id of the period within which a listing is revoked when the decision under it falls; null where none is set
     * @param reminder id of the period before the last day within which the body is reminded of it; null where it is not
     */
    public record Term(
            @Nullable Period longest,
            boolean untilDutyDone,
            @Nullable EarlyRemoval early,
            @Nullable String revocation,
            @Nullable String reminder) {}

    /**
     * @param notBefore from the decision to the first day on which it may be granted
     * @param conditions what must be shown
     * @param clocks ids of the periods for acceptance, decision and taking down
     */
    public record EarlyRemoval(Period notBefore, List<Title> conditions, List<String> clocks) {
        public EarlyRemoval {
            conditions = List.copyOf(conditions);
            clocks = List.copyOf(clocks);
        }
    }

    /** The step of a kind, if the procedure has it. */
    public Optional<Step> step(Step.Kind kind) {
        return procedure.stream().filter(step -> step.kind() == kind).findFirst();
    }
}
