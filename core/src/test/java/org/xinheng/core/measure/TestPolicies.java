package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.SpecialDay;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.CommitmentItems;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A small policy: penalties with kinds, two feed cycles, two bodies of which one has ended. */
public final class TestPolicies {

    public static final String PENALTY = "administrative-penalty";
    public static final String ENDED = "11990100MB00000001";
    public static final String STANDING = "11990100MB00000002";
    private static final Title TITLE = new Title("甲", "A");

    private TestPolicies() {}

    public static Rule rule(String id, String from, @Nullable String to) {
        return new Rule(
                id,
                TITLE,
                new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                new Basis("《甲法》", null, "第一条", Basis.Level.LAW),
                Confidence.CONFIRMED,
                "test:1");
    }

    public static Measure measure(
            String id, String from, @Nullable String to, List<String> matters, Measure.Trigger trigger) {
        return new Measure(
                rule(id, from, to),
                matters,
                Measure.Duty.MUST,
                Measure.Effect.RESTRICTION,
                List.of(SubjectKind.ORGANISATION),
                TITLE,
                trigger);
    }

    static Measure incentive(String id, List<String> matters, Measure.Trigger trigger) {
        return new Measure(
                rule(id, "2020-01-01", null),
                matters,
                Measure.Duty.MAY,
                Measure.Effect.INCENTIVE,
                List.of(SubjectKind.ORGANISATION),
                TITLE,
                trigger);
    }

    static RecordType penalty(String feedCycle) {
        Field kind = new Field(
                "KIND",
                TITLE,
                List.of(),
                Field.FieldType.ENUM,
                100,
                "kinds",
                true,
                Field.Role.KIND,
                Field.Privacy.PUBLIC,
                new Field.Requirement.Always(),
                Field.Bounds.NONE,
                null,
                false);
        return new RecordType(
                rule(PENALTY, "2018-01-01", null),
                2,
                RecordType.Nature.ADVERSE,
                RecordType.Target.ARCHIVE,
                RecordType.Openness.PUBLIC,
                List.of(SubjectKind.ORGANISATION),
                "penalties",
                List.of(kind),
                List.of(),
                List.of(),
                List.of(),
                feedCycle);
    }

    public static Policy policy(Measure... measures) {
        CodeList kinds = new CodeList(
                rule("kinds", "2018-01-01", null),
                new LinkedHashMap<>(Map.of("罚款", TITLE)),
                Map.of(),
                List.of("其他-"),
                ";");
        return new Policy(
                "test",
                "0",
                new Place(TITLE, "990100", TITLE, TITLE, List.of(), "market"),
                WorkingCalendar.of(List.of(new SpecialDay(LocalDate.of(2026, 10, 1), true, "国庆节", "")), List.of(2026)),
                new CodeTables(Map.of("91", "企业"), Set.of()),
                Map.of(PENALTY, penalty("working")),
                Map.of("kinds", kinds),
                Map.of(),
                Map.of(
                        "working",
                        clock(
                                "working",
                                cycle("working.old", "2018-01-01", "2026-05-31", 5, true),
                                cycle("working.new", "2026-06-01", null, 10, true)),
                        "calendar",
                        clock("calendar", cycle("calendar", "2018-01-01", null, 31, false))),
                List.of(authority(ENDED, "ended", "2026-04-30"), authority(STANDING, "standing", null)),
                Map.of(),
                Arrays.asList(measures),
                List.of());
    }

    /** As {@link #policy}, with a duty to be heard. */
    static Policy expecting(ExpectedFeed feed) {
        Policy policy = policy();
        return new Policy(
                policy.pack(),
                policy.version(),
                policy.place(),
                policy.calendar(),
                policy.codes(),
                policy.recordTypes(),
                policy.codeLists(),
                policy.gates(),
                policy.deadlines(),
                policy.authorities(),
                policy.matters(),
                policy.measures(),
                policy.rules(),
                new Instruments(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        null,
                        Map.of(),
                        Monitoring.NONE,
                        Functions.NONE,
                        Map.of(),
                        List.of(feed),
                        Map.of(),
                        List.of(),
                        CommitmentItems.NONE,
                        null,
                        ConsentRules.NONE,
                        null,
                        List.of(),
                        null,
                        List.of()));
    }

    private static DatedTable<DeadlineRule> clock(String id, DeadlineRule... editions) {
        return new DatedTable<>(List.of(editions), edition -> edition.rule().validity());
    }

    private static DeadlineRule cycle(String id, String from, @Nullable String to, int days, boolean working) {
        return new DeadlineRule(
                rule(id, from, to),
                id,
                days,
                working ? DeadlineRule.Unit.WORKING_DAYS : DeadlineRule.Unit.CALENDAR_DAYS);
    }

    private static Authority authority(String code, String id, @Nullable String to) {
        return new Authority(
                code,
                id,
                TITLE,
                "990100",
                new Validity(LocalDate.of(2018, 1, 1), to == null ? null : LocalDate.parse(to)),
                null);
    }
}
