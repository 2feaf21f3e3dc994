package org.xinheng.benchmarks.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/** The default model as a programmer would write it down: every number in the code. The same caps, decay, repetition and contributions. */
public final class HandWritten {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int[] START = {300, 200, 130, 150, 40};
    private static final int[] MOST = {300, 200, 200, 150, 150};
    private static final int INDICATORS = 27;

    /** One record as this class likes it. */
    public record Entry(
            String id,
            int type,
            int decidedOn,
            int lastDay,
            @Nullable String severity,
            boolean disputed,
            @Nullable String[] values) {

        public static Entry of(RecordFact fact) {
            return new Entry(
                    fact.id(),
                    fact.type(),
                    (int) fact.decidedOn().toEpochDay(),
                    fact.lastDay().map(day -> (int) day.toEpochDay()).orElse(NEVER),
                    fact.severity(),
                    fact.disputed(),
                    fact.values());
        }
    }

    /** @param effect 0 start, 1 counted, 2 faded, 3 capped, 4 disputed, 5 ceiling, 6 none found, 7 bound */
    public record Line(
            int effect,
            int dimension,
            int indicator,
            @Nullable Entry entry,
            int points) {}

    public record Result(int grade, int points, int[] dimensions, List<Line> lines) {}

    private final int today;
    private final int halfYear;
    private final int year;
    private final int yearAndHalf;
    private final int threeYears;
    private final int fiveYears;
    private final Map<String, RecordType> types;
    private final int fine;
    private final int conduct;
    private final int performance;

    public HandWritten(LocalDate day, Map<String, RecordType> types) {
        this.types = types;
        today = (int) day.toEpochDay();
        halfYear = from(day, Period.ofMonths(6));
        year = from(day, Period.ofYears(1));
        yearAndHalf = from(day, Period.ofMonths(18));
        threeYears = from(day, Period.ofYears(3));
        fiveYears = from(day, Period.ofYears(5));
        fine = field("administrative-penalty", "CF_NR_FK");
        conduct = type("administrative-penalty").indexOf(Field.Role.CONDUCT);
        performance = field("commitment", "CN_ZT_LX");
    }

    private RecordType type(String id) {
        return Objects.requireNonNull(types.get(id));
    }

    private int field(String type, String name) {
        RecordType found = type(type);
        return found.fields().indexOf(found.field(name).orElseThrow());
    }

    static int from(LocalDate day, Period period) {
        LocalDate from = day.minus(period);
        while (!from.plus(period).isAfter(day)) {
            from = from.plusDays(1);
        }
        while (from.minusDays(1).plus(period).isAfter(day)) {
            from = from.minusDays(1);
        }
        return (int) from.toEpochDay();
    }

    /** One organisation's sums. */
    private final class Sum {
        private final int[] used = new int[INDICATORS];
        private final int[] dimensions = START.clone();
        private final List<Line> lines;
        private @Nullable Map<String, List<Entry>> said;
        private int worst;
        private boolean severe;

        Sum(int entries) {
            lines = new ArrayList<>(2 * entries + 10);
        }

        void add(Entry entry, int indicator, int dimension, int points, int cap, boolean faded) {
            if (entry.disputed) {
                lines.add(new Line(4, dimension, indicator, entry, 0));
                return;
            }
            int size = Math.min(Math.abs(points), cap - used[indicator]);
            used[indicator] += size;
            int counted = points < 0 ? -size : size;
            dimensions[dimension] += counted;
            lines.add(new Line(size < Math.abs(points) ? 3 : faded ? 2 : 1, dimension, indicator, entry, counted));
        }

        void ceiling(Entry entry, int indicator, int dimension, int grade) {
            if (entry.disputed) {
                lines.add(new Line(4, dimension, indicator, entry, 0));
            } else {
                lines.add(new Line(5, dimension, indicator, entry, 0));
                worst = Math.max(worst, grade);
            }
        }

        void penalty(Entry entry) {
            if (entry.decidedOn >= year && "general".equals(entry.severity)) {
                boolean faded = entry.decidedOn < halfYear;
                add(entry, 0, 0, faded ? -7 : -15, 150, faded);
            }
            if (entry.decidedOn >= threeYears && "severe".equals(entry.severity)) {
                boolean faded = entry.decidedOn < yearAndHalf;
                add(entry, 1, 0, faded ? -30 : -60, 240, faded);
            }
            String amount = entry.values[fine];
            if (entry.decidedOn >= year && amount != null) {
                double wan = Double.parseDouble(amount);
                if (wan >= 200) {
                    add(entry, 5, 0, -40, 40, false);
                } else if (wan >= 50) {
                    add(entry, 4, 0, -30, 40, false);
                } else if (wan >= 10) {
                    add(entry, 3, 0, -20, 40, false);
                } else if (wan >= 1) {
                    add(entry, 2, 0, -10, 40, false);
                }
            }
            repeated(entry);
        }

        private void repeated(Entry entry) {
            String same = entry.values[conduct];
            if (same == null || entry.disputed) {
                return;
            }
            if (said == null) {
                said = new HashMap<>();
            }
            List<Entry> newer = said.computeIfAbsent(same, _ -> new ArrayList<>());
            long until = LocalDate.ofEpochDay(entry.decidedOn).plusMonths(24).toEpochDay();
            newer.removeIf(one -> {
                if (one.decidedOn == entry.decidedOn) {
                    return false;
                }
                if (one.decidedOn >= year && one.decidedOn <= until) {
                    add(one, 6, 0, -30, 90, false);
                }
                return true;
            });
            newer.add(entry);
        }

        void commitment(Entry entry) {
            String state = entry.values[performance];
            if (entry.decidedOn < threeYears || state == null) {
                return;
            }
            boolean faded = entry.decidedOn < yearAndHalf;
            switch (state) {
                case "全部履行" -> add(entry, 12, 2, 2, 20, false);
                case "部分履行" -> add(entry, 14, 2, faded ? -10 : -20, 100, faded);
                case "全部未履行" -> add(entry, 15, 2, faded ? -25 : -50, 150, faded);
                default -> {
                    // nothing is known of it yet
                }
            }
        }

        void abnormal(Entry entry, @Nullable String kind) {
            if (entry.decidedOn < threeYears || kind == null) {
                return;
            }
            switch (kind) {
                case "未按规定公示年度报告" -> listed(entry, 17, -15, 45);
                case "未在责令期限内公示企业信息", "公示信息隐瞒真实情况、弄虚作假", "通过登记的住所或者经营场所无法联系" -> listed(entry, 18, -40, 120);
                default -> {
                    // a reason that the model does not look at
                }
            }
        }

        private void listed(Entry entry, int indicator, int points, int cap) {
            add(entry, indicator, 3, points, cap, false);
            if (!entry.disputed) {
                worst = Math.max(worst, 2);
            }
        }

        void honour(Entry entry, @Nullable String kind) {
            if (kind == null) {
                return;
            }
            boolean recent = entry.decidedOn >= threeYears;
            switch (kind) {
                case "纳税信用A级" -> merit(entry, 20, 10, 30, recent);
                case "海关高级认证企业" -> merit(entry, 21, 20, 20, entry.decidedOn >= fiveYears);
                case "国家级荣誉" -> merit(entry, 22, 15, 30, recent);
                case "省级荣誉" -> merit(entry, 23, 10, 20, recent);
                case "市级荣誉", "县级荣誉" -> merit(entry, 24, 5, 10, recent);
                default -> {
                    // an honour without points
                }
            }
        }

        private void merit(Entry entry, int indicator, int points, int cap, boolean counts) {
            if (counts) {
                add(entry, indicator, 4, points, cap, false);
            }
        }

        Result close() {
            if (!severe) {
                dimensions[4] += 10;
                lines.add(new Line(6, 4, 25, null, 10));
            }
            int points = 0;
            for (int d = 0; d < dimensions.length; d++) {
                lines.add(new Line(0, d, -1, null, START[d]));
                int within = Math.clamp(dimensions[d], 0, MOST[d]);
                if (within != dimensions[d]) {
                    lines.add(new Line(7, d, -1, null, within - dimensions[d]));
                    dimensions[d] = within;
                }
                points += within;
            }
            int grade = points >= 850 ? 0 : points >= 700 ? 1 : points >= 550 ? 2 : 3;
            return new Result(Math.max(grade, worst), points, dimensions, lines);
        }
    }

    /** @param entries newest first */
    public Result evaluate(List<Entry> entries) {
        Sum sum = new Sum(entries.size());
        for (Entry entry : entries) {
            if (entry.decidedOn <= today && entry.lastDay >= today) {
                count(sum, entry);
            }
        }
        return sum.close();
    }

    private void count(Sum sum, Entry entry) {
        switch (entry.type) {
            case 2 -> sum.penalty(entry);
            case 4 -> {
                if (entry.decidedOn >= threeYears) {
                    sum.ceiling(entry, 10, 1, 3);
                }
            }
            case 5 -> {
                if (entry.decidedOn >= fiveYears) {
                    sum.add(entry, 11, 1, -40, 120, false);
                }
            }
            case 10 -> {
                if (entry.decidedOn >= year && (is(entry, 10, "加处罚款或者滞纳金") || is(entry, 10, "划拨"))) {
                    sum.add(entry, 9, 0, -20, 60, false);
                }
            }
            case 17 -> inspection(sum, entry);
            case 20 -> sum.abnormal(entry, kind(entry, 20));
            case 30 -> {
                if (entry.decidedOn >= threeYears) {
                    sum.severe |= !entry.disputed;
                    sum.ceiling(entry, 19, 3, 3);
                }
            }
            case 31 -> sum.honour(entry, kind(entry, 31));
            case 41 -> {
                if (entry.decidedOn >= threeYears) {
                    sum.add(entry, 13, 2, 10, 50, false);
                }
            }
            case 42 -> {
                if (entry.decidedOn >= threeYears) {
                    boolean faded = entry.decidedOn < yearAndHalf;
                    sum.add(entry, 16, 2, faded ? -15 : -30, 90, faded);
                }
            }
            case 50 -> sum.commitment(entry);
            default -> {
                // a type that the model does not look at
            }
        }
    }

    private void inspection(Sum sum, Entry entry) {
        if (entry.decidedOn >= year && is(entry, 17, "发现问题待后续处理")) {
            sum.add(entry, 7, 0, -10, 30, false);
        }
        if (entry.decidedOn >= year && is(entry, 17, "不配合检查")) {
            sum.add(entry, 8, 0, -30, 60, false);
        }
    }

    private final int[] kindFields = new int[64];

    private @Nullable String kind(Entry entry, int type) {
        int field = kindFields[type];
        if (field == 0) {
            field = types.values().stream()
                    .filter(one -> one.number() == type)
                    .mapToInt(one -> one.indexOf(Field.Role.KIND))
                    .findFirst()
                    .orElseThrow();
            kindFields[type] = field;
        }
        return entry.values[field];
    }

    private boolean is(Entry entry, int type, String wanted) {
        String kind = kind(entry, type);
        return kind != null
                && (kind.equals(wanted)
                        || (kind.indexOf(';') >= 0
                                && Arrays.asList(kind.split(";")).contains(wanted)));
    }
}
