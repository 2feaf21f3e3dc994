package org.xinheng.core.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.SpecialDay;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.ListRule.Step.Kind;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/**
 * A small pack: a severe list with all that a list can have, a bare one, an honour, a watch tag, and one that is decided elsewhere.
 * The time to answer is five working days, of which 1 October 2026 is none.
 */
final class TestLists {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String SEVERE = "severe";
    static final String BARE = "bare";
    static final String HONOUR = "honour";
    static final String WATCH = "watch";
    static final String ELSEWHERE = "elsewhere";

    static final Officer OFFICER = new Officer("market-officer", "market", Post.OFFICER);
    static final Officer SUBJECT = new Officer("91", "7", Post.SUBJECT);
    static final Officer HEAD = new Officer("market-head", "market", Post.HEAD);

    private static final Title TITLE = new Title("甲", "A");

    private TestLists() {}

    static Rule rule(String id, String from, @Nullable String to) {
        return new Rule(
                id,
                TITLE,
                new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                new Basis("《甲法》", null, "第一条", Basis.Level.LAW),
                Confidence.CONFIRMED,
                "test:1");
    }

    static Policy policy() {
        Map<String, ListRule> lists = new LinkedHashMap<>();
        for (ListRule list : List.of(severe(), bare(), honour(), watch(), elsewhere())) {
            lists.put(list.rule().id().substring("list.".length()), list);
        }
        return policy(lists);
    }

    private static Policy policy(Map<String, ListRule> byId) {
        Instruments instruments = Instruments.ofLists(
                byId,
                List.of(
                        remit("severe", SEVERE, null, "market", "former", "gone"),
                        remit("bare", BARE, "2026-06-30", "market"),
                        remit("bare.later", BARE, null, "labour"),
                        remit("honour", HONOUR, null, "market"),
                        remit("watch", WATCH, null, "market"),
                        remit("elsewhere", ELSEWHERE, null, "market")));
        return new Policy(
                "test",
                "0",
                new Place(TITLE, "990100", TITLE, TITLE, List.of(), "market"),
                WorkingCalendar.of(List.of(new SpecialDay(LocalDate.of(2026, 10, 1), true, "国庆节", "")), List.of(2026)),
                new CodeTables(Map.of("91", "企业"), Set.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "answer", clock("answer", 5),
                        "hearing", clock("hearing", 7),
                        "decision", clock("decision", 20),
                        "soon", clock("soon", 10),
                        "early", clock("early", 30),
                        "service", clock("service", 7),
                        "publication", clock("publication", 7),
                        "acceptance", clock("acceptance", 2),
                        "removal", clock("removal", 15),
                        "takedown", clock("takedown", 3)),
                List.of(
                        authority("market", "1", null, null),
                        authority("labour", "2", null, null),
                        authority("former", "3", "2026-08-31", "1"),
                        authority("gone", "4", "2026-08-31", null)),
                Map.of(),
                List.of(),
                List.of(),
                instruments);
    }

    private static Remit remit(String id, String list, @Nullable String to, String... authorities) {
        String from = id.endsWith(".later") ? "2026-07-01" : "2020-01-01";
        return new Remit(rule("remit." + id, from, to), list, List.of(authorities), TITLE);
    }

    private static DatedTable<DeadlineRule> clock(String id, int days) {
        return new DatedTable<>(
                List.of(new DeadlineRule(
                        rule("clock." + id, "2018-01-01", null), id, days, DeadlineRule.Unit.WORKING_DAYS)),
                edition -> edition.rule().validity());
    }

    private static Authority authority(String id, String code, @Nullable String to, @Nullable String successor) {
        return new Authority(
                code,
                id,
                TITLE,
                "990100",
                new Validity(LocalDate.of(2018, 1, 1), to == null ? null : LocalDate.parse(to)),
                successor);
    }

    private static ListRule.Scope scope(@Nullable String recordType, String... kinds) {
        return new ListRule.Scope(List.of(SubjectKind.ORGANISATION), TITLE, recordType, List.of(kinds));
    }

    private static List<ListRule.Ground> grounds() {
        return List.of(
                new ListRule.Ground(rule("ground.now", "2020-01-01", null), null),
                new ListRule.Ground(rule("ground.past", "2020-01-01", "2021-12-31"), null));
    }

    private static ListRule.Step step(Kind kind, @Nullable String clock) {
        return new ListRule.Step(kind, TITLE, clock);
    }

    private static ListRule severe() {
        return new ListRule(
                rule("list.severe", "2020-01-01", null),
                Nature.SEVERE,
                scope("severe-list", "市场监管"),
                grounds(),
                List.of(
                        step(Kind.NOTICE, null),
                        step(Kind.ANSWER, "answer"),
                        step(Kind.HEARING, "hearing"),
                        step(Kind.DECISION, "decision"),
                        step(Kind.SERVICE, "service"),
                        step(Kind.PUBLICATION, "publication")),
                new ListRule.Term(
                        Period.ofYears(3),
                        false,
                        new ListRule.EarlyRemoval(
                                Period.ofYears(1),
                                List.of(TITLE, new Title("乙", "B")),
                                List.of("acceptance", "removal", "takedown")),
                        "takedown",
                        "soon"));
    }

    /** No hearing clock, no early removal, no service clock. */
    private static ListRule bare() {
        return new ListRule(
                rule("list.bare", "2020-01-01", null),
                Nature.SEVERE,
                scope("severe-list", "安全生产"),
                grounds(),
                List.of(step(Kind.NOTICE, null), step(Kind.ANSWER, "answer"), step(Kind.DECISION, null)),
                new ListRule.Term(Period.ofYears(1), false, null, null, "early"));
    }

    private static ListRule honour() {
        return new ListRule(
                rule("list.honour", "2020-01-01", null),
                Nature.HONOUR,
                scope("honour", "守信激励对象"),
                grounds(),
                List.of(step(Kind.DECISION, null), step(Kind.PUBLICATION, null)),
                new ListRule.Term(null, true, null, null, "soon"));
    }

    private static ListRule watch() {
        return new ListRule(
                rule("list.watch", "2020-01-01", null),
                Nature.WATCH,
                scope(null),
                grounds(),
                List.of(step(Kind.NOTICE, null), step(Kind.ANSWER, "answer"), step(Kind.REVIEW, "answer")),
                new ListRule.Term(Period.ofYears(1), false, null, null, "soon"));
    }

    private static ListRule elsewhere() {
        return new ListRule(
                rule("list.elsewhere", "2020-01-01", null),
                Nature.SEVERE,
                scope("severe-list", "重大税收违法"),
                grounds(),
                List.of(step(Kind.ANSWER, "answer"), step(Kind.DECISION, null)),
                new ListRule.Term(Period.ofYears(3), false, null, null, null));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Instant noon(String day) {
        return day(day).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    static Act.Propose proposal(String day) {
        return new Act.Propose(day(day), "ground.now", "事实", "第五条", "措施", "罚〔2026〕1号", "市场监管");
    }
}
