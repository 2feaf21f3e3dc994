package org.xinheng.server.commitment.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Rule;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The place's column of commitments (信用承诺专栏): for which matters, how many gave one, and the latest that may be shown.
 *
 * @param next id before which the next page begins; null on the last
 */
public record ColumnPage(
        List<ItemLine> items,
        List<Rule> excluded,
        List<PromiseLine> latest,
        @Nullable Long next) implements PageView {

    public static final String PATH = "/commitments";

    public ColumnPage {
        items = List.copyOf(items);
        excluded = List.copyOf(excluded);
        latest = List.copyOf(latest);
    }

    /** @param members organisations of the association; null where none stands behind the matter */
    public record ItemLine(
            String id,
            String title,
            String handling,
            String kind,
            long signers,
            @Nullable Integer members) {

        /** Signers of a hundred members, rounded down. */
        public long coverage() {
            return members == null ? 0 : Math.min(100, signers * 100 / members);
        }
    }

    /** @param performance in words */
    public record PromiseLine(
            long id,
            String number,
            String item,
            String giver,
            @Nullable String code,
            String body,
            LocalDate signedOn,
            String stage,
            String performance) {}

    @Override
    public String template() {
        return "commitment/column";
    }

    @Override
    public String title(Words words) {
        return words.say(CommitmentText.COLUMN_TITLE);
    }

    /** A breach may stand on it. */
    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
