package org.xinheng.server.publicity.guide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * How to have a record repaired (信用修复), and from when on.
 *
 * @param record the record that the reader came from, while it is shown
 */
public record RepairPage(
        List<DeadlineRule> deadlines,
        List<Terms> terms,
        @Nullable RecordCard record,
        LocalDate today) implements PageView {

    public RepairPage {
        deadlines = List.copyOf(deadlines);
        terms = List.copyOf(terms);
    }

    /** Terms of publication in force today for an adverse record type. */
    public record Terms(RecordType type, Rule rule, List<Line> lines) {

        public Terms {
            lines = List.copyOf(lines);
        }
    }

    public record Line(SeverityClass severity, GateRules.Window window) {}

    /** Whether the earliest day of repair of the record is reached. */
    public boolean ready() {
        return record != null
                && record.version().earliestRepair() != null
                && !record.version().earliestRepair().isAfter(today);
    }

    @Override
    public String template() {
        return "guide/repair";
    }

    @Override
    public String title(Words words) {
        return words.say(GuideText.REPAIR_TITLE);
    }

    @Override
    public boolean indexed() {
        return record == null;
    }
}
