package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place measures and reports (监测与考核): indicators, assessment tables of departments, returns that are due on a day of
 * the month, special campaigns, and reports that the platform draws up every month.
 *
 * @param reportingBegins its first day in force is the first on which bodies here are to report (开始报送日): no cycle before it
 *     counts as missed; null where the place says none
 */
public record Monitoring(
        List<Indicator> indicators,
        List<Assessment> assessments,
        List<Return> returns,
        List<Campaign> campaigns,
        List<Bulletin> bulletins,
        @Nullable Rule reportingBegins) {

    public static final Monitoring NONE = new Monitoring(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Monitoring {
        indicators = List.copyOf(indicators);
        assessments = List.copyOf(assessments);
        returns = List.copyOf(returns);
        campaigns = List.copyOf(campaigns);
        bulletins = List.copyOf(bulletins);
    }

    /**
     * @param measures what is measured, one of the quantities that the platform can compute ({@code late-rate})
     * @param recordTypes the records it looks at; empty for all
     * @param target what the place set itself; null where the number is information only
     * @param sense whether more or less is better
     */
    public record Indicator(
            Rule rule,
            String measures,
            List<String> recordTypes,
            Unit unit,
            @Nullable BigDecimal target,
            Sense sense) {
        public Indicator {
            recordTypes = List.copyOf(recordTypes);
        }

        /**
         * Points that a share earns: in proportion, of what is better.
         *
         * @param points of the item
         * @return two decimals; null where nothing was counted, or the number is information only
         */
        public @Nullable BigDecimal earned(int points, long part, long whole) {
            if (whole == 0 || unit != Unit.PERCENT || sense == Sense.INFORMATION) {
                return null;
            }
            long good = sense == Sense.LESS_IS_BETTER ? whole - part : part;
            return BigDecimal.valueOf(points)
                    .multiply(BigDecimal.valueOf(good))
                    .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        }

        public enum Unit {
            PERCENT,
            COUNT,
            DAYS,
            PER_HEAD
        }

        public enum Sense {
            MORE_IS_BETTER,
            LESS_IS_BETTER,
            /** A number to look at (仅供参考), never a target: a target set for it is a fault. */
            INFORMATION
        }
    }

    /** @param total the points of all items together */
    public record Assessment(Rule rule, int total, List<Item> items) {
        public Assessment {
            items = List.copyOf(items);
        }

        /** @param indicator id of the indicator that gives the points; null where a person gives them */
        public record Item(
                String id,
                Title title,
                int points,
                @Nullable String indicator) {}
    }

    /** @param dayOfMonth last day on which the return is in time: of every month, or of the month after the quarter */
    public record Return(Rule rule, Cycle cycle, int dayOfMonth, List<Title> contents) {

        public enum Cycle {
            MONTHLY,
            QUARTERLY
        }

        public Return {
            contents = List.copyOf(contents);
        }
    }

    /**
     * A special campaign against broken faith in one field (失信问题专项治理).
     *
     * @param ledBy ids of the bodies that lead it (牵头单位): they alone enter organisations; empty where any body does
     * @param offered what is offered to the organisations concerned; never a condition of repair or removal
     */
    public record Campaign(Rule rule, List<SubjectKind> subjects, List<String> ledBy, List<Title> offered) {
        public Campaign {
            ledBy = List.copyOf(ledBy);
            subjects = List.copyOf(subjects);
            offered = List.copyOf(offered);
        }

        /** The id without its family: {@code judgment-debtors} for the rule {@code campaign.judgment-debtors}. */
        public String id() {
            return rule.id().substring(rule.id().indexOf('.') + 1);
        }
    }
}
