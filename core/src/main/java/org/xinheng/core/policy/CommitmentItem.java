package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter for which a commitment may be given (信用承诺事项), as the published list of the place names it.
 *
 * @param rule its id begins with {@code commitment-item.}
 * @param type id of the kind of commitment whose template holds
 * @param handling how the matter goes on with it
 * @param kind one of the seven types, as records word it
 * @param acceptedBy ids of the bodies that accept it; empty where the place has named none: then nobody can sign
 * @param conditions that the giver says are met
 * @param papers that may follow; none but for papers that follow
 * @param liability what a broken commitment leads to
 * @param remedy what the decision about a breach says of remedies
 * @param openness as records word it; the gate of commitments says which are not shown
 * @param members organisations that an association has; null where no association stands behind it
 */
public record CommitmentItem(
        Rule rule,
        String type,
        Handling handling,
        String kind,
        List<String> acceptedBy,
        List<Title> conditions,
        List<CommitmentType.Part> papers,
        Title liability,
        Title remedy,
        Clocks clocks,
        String openness,
        @Nullable Integer members) {

    public static final String PREFIX = "commitment-item.";

    public CommitmentItem {
        acceptedBy = List.copyOf(acceptedBy);
        conditions = List.copyOf(conditions);
        papers = List.copyOf(papers);
    }

    public String id() {
        return rule.id().substring(PREFIX.length());
    }

    public enum Handling {
        /** 告知承诺. */
        NOTIFICATION,
        /** 容缺受理. */
        PAPERS_FOLLOW,
        /** 企业投资项目承诺制. */
        INVESTMENT,
        /** 行业自律、主动承诺. */
        FREE
    }

    /**
     * Ids of periods.
     *
     * @param supply papers have to come; null but for papers that follow
     * @param review from signing or the last review to the next
     * @param answer from the notice of a breach to the last word
     * @param shown a breach is shown, and the giver kept from further commitments, at most
     */
    public record Clocks(@Nullable String supply, String review, String answer, String shown) {}
}
