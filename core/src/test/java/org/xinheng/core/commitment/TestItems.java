package org.xinheng.core.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.SpecialDay;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentItem.Handling;
import org.xinheng.core.policy.CommitmentItems;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A small pack with a matter of every handling; five working days to answer, of which 1 October 2026 is none. */
final class TestItems {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String NOTIFICATION = "notification";
    static final String PAPERS = "papers";
    static final String FREE = "free";
    static final String ENDED = "ended";
    static final String EXCLUDED = "excluded";

    static final long PARTY = 7;
    static final Promise.Giver GIVER = new Promise.Giver(PARTY, SubjectKind.ORGANISATION);
    static final Officer SUBJECT = new Officer("party", "7", Post.SUBJECT);
    static final Officer OFFICER = new Officer("officer", "market", Post.OFFICER);
    static final Officer HEAD = new Officer("head", "market", Post.HEAD);
    static final Offer.Standing CLEAN = new Offer.Standing(List.of(), false);

    private static final Title TITLE = new Title("甲", "A");

    private TestItems() {}

    static Instant at(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    static Promise blank(String item) {
        return new Promise(0, "", item, GIVER, "market", List.of());
    }

    static Act.Sign sign(String... missing) {
        return new Act.Sign("按要求办理", List.of(missing), null);
    }

    static Policy policy() {
        Map<String, CommitmentItem> items = new LinkedHashMap<>();
        items.put(NOTIFICATION, item(NOTIFICATION, Handling.NOTIFICATION, null));
        items.put(PAPERS, item(PAPERS, Handling.PAPERS_FOLLOW, null));
        items.put(FREE, item(FREE, Handling.FREE, null));
        items.put(ENDED, item(ENDED, Handling.NOTIFICATION, "2026-01-31"));
        CommitmentType type = new CommitmentType(
                rule("commitment.kind", null),
                List.of(SubjectKind.ORGANISATION),
                CommitmentType.Stage.REPLACES_PAPERS,
                List.of(),
                List.of(),
                null);
        Instruments none = Instruments.NONE;
        Instruments instruments = new Instruments(
                none.catalogue(),
                none.lists(),
                Map.of("kind", type),
                none.evaluations(),
                List.of(),
                null,
                none.reports(),
                Monitoring.NONE,
                Functions.NONE,
                none.documents(),
                List.of(),
                none.cases(),
                List.of(),
                new CommitmentItems(items, Map.of(EXCLUDED, rule("commitment-excluded.excluded", null))),
                null,
                none.consent(),
                none.gradeRelease(),
                none.warnings(),
                none.breaches(),
                none.voluntaryKinds());
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
                        "supply", clock("supply", 10, DeadlineRule.Unit.WORKING_DAYS),
                        "review", clock("review", 90, DeadlineRule.Unit.CALENDAR_DAYS),
                        "answer", clock("answer", 5, DeadlineRule.Unit.WORKING_DAYS),
                        "shown", clock("shown", 365, DeadlineRule.Unit.CALENDAR_DAYS)),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                instruments);
    }

    private static DatedTable<DeadlineRule> clock(String id, int days, DeadlineRule.Unit unit) {
        return new DatedTable<>(
                List.of(new DeadlineRule(rule(id, null), id, days, unit)),
                edition -> edition.rule().validity());
    }

    private static CommitmentItem item(String id, Handling handling, @Nullable String to) {
        boolean follow = handling == Handling.PAPERS_FOLLOW;
        return new CommitmentItem(
                rule(CommitmentItem.PREFIX + id, to),
                "kind",
                handling,
                "主动型",
                List.of("market"),
                List.of(),
                follow ? List.of(new CommitmentType.Part("plan", TITLE, true)) : List.of(),
                TITLE,
                TITLE,
                new CommitmentItem.Clocks(follow ? "supply" : null, "review", "answer", "shown"),
                "可向社会公开",
                null);
    }

    private static Rule rule(String id, @Nullable String to) {
        return new Rule(
                id,
                TITLE,
                new Validity(LocalDate.of(2020, 1, 1), to == null ? null : LocalDate.parse(to)),
                new Basis("《甲法》", null, "第一条", Basis.Level.LAW),
                Confidence.CONFIRMED,
                "test:1");
    }
}
