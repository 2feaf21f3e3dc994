package org.xinheng.benchmarks.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run: what was measured, and each target with the ratio that it is held against.
 *
 * <p>Absolute figures are those of one machine on one day; the ratios are the result.
 */
public final class ResultTable {

    private final String title;
    private final List<String> facts = new ArrayList<>();
    private final List<String[]> measured = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    public ResultTable(String title) {
        this.title = title;
    }

    /** What the figures depend on: seed, rows, heap, disk. */
    public ResultTable fact(String name, Object value) {
        facts.add(name + ": " + value);
        return this;
    }

    public ResultTable measured(String what, String figure, String note) {
        measured.add(new String[] {what, figure, note});
        return this;
    }

    /** The measured value must be at least this much. */
    public ResultTable atLeast(String what, double measured, double limit, String unit) {
        targets.add(new Target(what, measured, limit, unit, measured >= limit, "≥"));
        return this;
    }

    public ResultTable atMost(String what, double measured, double limit, String unit) {
        targets.add(new Target(what, measured, limit, unit, measured <= limit, "≤"));
        return this;
    }

    public boolean isMet() {
        return targets.stream().allMatch(Target::met);
    }

    /** As Markdown, fit to be kept in {@code docs/benchmarks.md}. */
    public String text() {
        var text = new StringBuilder("## " + title + "\n\n");
        text.append(String.join(" · ", facts)).append("\n\n");
        row(text, "measured", "figure", "note");
        row(text, "---", "---", "---");
        measured.forEach(line -> row(text, line));
        text.append('\n');
        row(text, "target", "must be", "is", "");
        row(text, "---", "---", "---", "---");
        targets.forEach(target -> row(text, target.cells()));
        return text.toString();
    }

    private static void row(StringBuilder text, @Nullable String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private record Target(String what, double measured, double limit, String unit, boolean met, String sign) {
        String[] cells() {
            return new String[] {
                what, sign + " " + number(limit) + unit, number(measured) + unit, met ? "met" : "NOT MET"
            };
        }
    }

    /** Two digits behind the point for small numbers, none for large ones. */
    public static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
