package org.xinheng.server.inspection.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draw of one body (抽查计划), as far as it came.
 *
 * @param authority id of the inspecting body
 * @param sealed null until the pool is frozen and committed to
 * @param drawn null until the seed was entered
 */
public record Plan(
        long id,
        String authority,
        Order order,
        @Nullable Sealed sealed,
        @Nullable Drawn drawn) {

    /**
     * What is to be inspected.
     *
     * @param items ids of the pack's items
     * @param firstDay first day of visits; @param lastDay last one
     */
    public record Order(
            String title, List<String> items, Awaited awaited, Scope scope, LocalDate firstDay, LocalDate lastDay) {
        public Order {
            items = List.copyOf(items);
        }
    }

    /**
     * The public value that will decide (公开随机数), named before it exists.
     *
     * @param source id of the pack's source
     * @param issue which of the source's values, as the source counts them
     * @param published when the source will publish it, to the second
     */
    public record Awaited(String source, String issue, Instant published) {}

    /**
     * Who is meant.
     *
     * @param division the division in charge, zeros at its end standing for all below; empty for all
     * @param codes organisations named one by one; empty for all
     */
    public record Scope(String division, List<String> codes) {
        public Scope {
            codes = List.copyOf(codes);
        }
    }

    /** @param visits how many are drawn */
    public record Sealed(String root, Instant at, String pack, int visits) {}

    /** @param entropy the value that the plan named, word for word */
    public record Drawn(String entropy, Instant at) {}

    /**
     * A drawn organisation and who goes there.
     *
     * @param team staff numbers
     * @param result what was found; null until it is entered
     */
    public record Visit(
            int no,
            long organisation,
            List<String> team,
            @Nullable Result result) {
        public Visit {
            team = List.copyOf(team);
        }
    }

    /** @param outcome id of the pack's outcome */
    public record Result(LocalDate visitedOn, String outcome, Instant enteredAt) {}
}
