package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of credit commitment (信用承诺) with its template.
 *
 * @param subjects who may give it
 * @param stage where in the handling it stands
 * @param template parts of the text, in their order
 * @param notFor cases in which it may not be offered (不适用情形)
 * @param clock id of the period in which the promised thing is due or the commitment is reviewed; null where none is set
 */
public record CommitmentType(
        Rule rule,
        List<SubjectKind> subjects,
        Stage stage,
        List<Part> template,
        List<Title> notFor,
        @Nullable String clock) {

    public CommitmentType {
        subjects = List.copyOf(subjects);
        template = List.copyOf(template);
        notFor = List.copyOf(notFor);
    }

    public String id() {
        return rule.id();
    }

    public enum Stage {
        /** 审批替代型 and 证明事项型: in place of papers. */
        REPLACES_PAPERS,
        /** 容缺受理型: papers follow by a day. */
        PAPERS_FOLLOW,
        /** 信用修复型. */
        REPAIR,
        /** 行业自律型 and 主动型: given freely. */
        FREE
    }

    /** @param required whether the text is void without it */
    public record Part(String id, Title title, boolean required) {}
}
