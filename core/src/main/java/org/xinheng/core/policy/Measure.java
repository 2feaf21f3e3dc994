package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consequence that law attaches in certain matters (惩戒措施 or 激励措施).
 *
 * @param matters ids of the matters in which it applies
 * @param duty whether the executing body must or may apply it
 * @param effect restriction or incentive
 * @param subjects whom it may touch
 * @param body who applies it (执行单位), in words
 * @param trigger what must be on record
 * @param item item of the national list of restrictions (全国失信惩戒措施基础清单); null for an incentive, and for a restriction that
 *     rests on a local regulation
 * @param executedBy how the names of the public bodies end that may apply it; {@link #EVERY_BODY} for all of the place; empty
 *     where none of the place may
 */
public record Measure(
        Rule rule,
        List<String> matters,
        Duty duty,
        Effect effect,
        List<SubjectKind> subjects,
        Title body,
        Trigger trigger,
        @Nullable String item,
        List<String> executedBy) {

    /** Stands for every public body of the place, as purchasers and approving bodies of all kinds are. */
    public static final String EVERY_BODY = "*";

    public Measure {
        subjects = List.copyOf(subjects);
        matters = List.copyOf(matters);
        executedBy = List.copyOf(executedBy);
    }

    /** A measure of which nothing more is said. */
    public Measure(
            Rule rule,
            List<String> matters,
            Duty duty,
            Effect effect,
            List<SubjectKind> subjects,
            Title body,
            Trigger trigger) {
        this(rule, matters, duty, effect, subjects, body, trigger, null, List.of());
    }

    public String id() {
        return rule.id();
    }

    /** Whether a body may apply it (执行权限): by the end of its Chinese name, as laws name branches of government. */
    public boolean mayBeAppliedBy(Authority body) {
        return executedBy.stream()
                .anyMatch(
                        ending -> ending.equals(EVERY_BODY) || body.name().zh().endsWith(ending));
    }

    public enum Duty {
        MUST,
        MAY
    }

    public enum Effect {
        RESTRICTION,
        INCENTIVE
    }

    /**
     * A finding that a law names.
     *
     * @param recordType the record type of the finding
     * @param kinds any of these values of the field with role KIND, or a fine of at least {@code fineFromYuan}
     * @param lasting from the decision date; the day reached by adding it is the first day without effect
     */
    public record Trigger(
            String recordType, List<String> kinds, @Nullable BigDecimal fineFromYuan, Period lasting) {
        public Trigger {
            kinds = List.copyOf(kinds);
        }
    }
}
