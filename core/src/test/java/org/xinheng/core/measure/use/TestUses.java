package org.xinheng.core.measure.use;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.TestPolicies;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A small catalogue with a measure for each way of going wrong. */
final class TestUses {

    static final String MEASURE = "no-procurement";
    static final String MATTER = "procurement";
    static final String BODY = "market";
    static final Ground GROUND =
            new Ground(TestPolicies.PENALTY, LocalDate.of(2026, 5, 1), List.of("吊销许可证件"), null, null);

    private TestUses() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Policy policy() {
        Policy base = TestPolicies.policy(
                measure(MEASURE, "2020-01-01", null, Measure.Effect.RESTRICTION, List.of("市场监督管理局")),
                measure("old", "2020-01-01", "2025-12-31", Measure.Effect.RESTRICTION, List.of("*")),
                measure("late", "2027-01-01", null, Measure.Effect.RESTRICTION, List.of("*")),
                measure("dated", "2020-01-01", "2026-12-31", Measure.Effect.RESTRICTION, List.of("*")),
                measure("nobody", "2020-01-01", null, Measure.Effect.RESTRICTION, List.of()),
                measure("everybody", "2020-01-01", null, Measure.Effect.RESTRICTION, List.of("税务局", "*")),
                measure("favour", "2020-01-01", null, Measure.Effect.INCENTIVE, List.of("*")));
        Map<String, Matter> matters = new LinkedHashMap<>();
        matters.put(MATTER, matter(MATTER, null));
        matters.put("past-matter", matter("past-matter", "2025-12-31"));
        return new Policy(
                base.pack(),
                base.version(),
                base.place(),
                base.calendar(),
                base.codes(),
                base.recordTypes(),
                base.codeLists(),
                base.gates(),
                base.deadlines(),
                List.of(
                        body(BODY, "澜衡市市场监督管理局", null),
                        body("culture", "澜衡市文化广电和旅游局", null),
                        body("gone", "澜衡市市场监督管理局", "2024-12-31")),
                matters,
                base.measures(),
                base.rules());
    }

    private static Measure measure(
            String id, String from, @Nullable String to, Measure.Effect effect, List<String> executedBy) {
        return new Measure(
                TestPolicies.rule(id, from, to),
                List.of(MATTER, "past-matter", "lost-matter"),
                Measure.Duty.MUST,
                effect,
                List.of(SubjectKind.ORGANISATION),
                new Title("市场监督管理部门", "Market regulators"),
                new Measure.Trigger(TestPolicies.PENALTY, List.of("吊销许可证件"), null, Period.ofYears(3)),
                null,
                executedBy);
    }

    private static Matter matter(String id, @Nullable String to) {
        return new Matter(TestPolicies.rule(id, "2020-01-01", to), List.of(), 0, null);
    }

    private static Authority body(String id, String name, @Nullable String to) {
        return new Authority(
                "code-" + id,
                id,
                new Title(name, id),
                "990100",
                new Validity(LocalDate.of(2018, 1, 1), to == null ? null : LocalDate.parse(to)),
                null);
    }
}
