package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;

/** Reads {@code deadlines.yaml}: periods counted from a day (时限), each in its editions. */
final class PeriodReader {

    /** Ten years: a longer period is a slip of the pen. */
    private static final int LONGEST_DAYS = 3660;

    private final Reading reading;

    PeriodReader(Reading reading) {
        this.reading = reading;
    }

    Map<String, DatedTable<DeadlineRule>> read(Block document) {
        Map<String, List<DeadlineRule>> byClock = new LinkedHashMap<>();
        for (Block block : document.blocks("deadlines")) {
            String id = block.text("id");
            String clock = block.has("clock") ? block.text("clock") : id;
            byClock.computeIfAbsent(clock, c -> new ArrayList<>())
                    .add(new DeadlineRule(
                            reading.rule(block, id),
                            clock,
                            block.integer("days", 0, LONGEST_DAYS),
                            block.choice("unit", DeadlineRule.Unit.class),
                            counting(block)));
            block.end();
        }
        document.end();
        Map<String, DatedTable<DeadlineRule>> tables = new LinkedHashMap<>();
        byClock.forEach((clock, editions) -> tables.put(clock, Editions.of(reading, editions, DeadlineRule::rule)));
        return tables;
    }

    private DeadlineRule.Counting counting(Block block) {
        Block extension = block.blockOrNull("extension");
        DeadlineRule.Extension read = null;
        if (extension != null) {
            read = new DeadlineRule.Extension(
                    extension.has("days") ? Integer.valueOf(extension.integer("days", 1, LONGEST_DAYS)) : null,
                    reading.title(extension, "when"));
            extension.end();
        }
        return new DeadlineRule.Counting(
                block.choice("first-day", DeadlineRule.FirstDay.class, DeadlineRule.FirstDay.NEXT_DAY),
                reading.titleOrNull(block, "suspended-for"),
                read);
    }
}
