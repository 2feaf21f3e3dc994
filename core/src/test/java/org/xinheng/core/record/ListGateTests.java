package org.xinheng.core.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.record.Penalties.TODAY;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A delivered listing needs a list of the pack, a body that may decide on it, and an end within its term. */
class ListGateTests {

    private static final Title TITLE = new Title("甲", "A");
    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 10);
    private static final String MARKET = Penalties.AUTHORITY;
    private static final String LABOUR = Penalties.OTHER_AUTHORITY;
    private static final String STRANGER = "elsewhere";
    private static final ListGate GATE = gate(Map.of(
            "market", list("market", "罚款", Period.ofYears(3), false),
            "tax", list("tax", "警告", Period.ofYears(3), true),
            "open", list("open", "责令停产停业", null, false)));

    @Test
    void aListingOfItsListByItsBodyIsLawful() {
        assertThat(reasons("罚款", MARKET, "2029-06-10")).isEmpty();
        assertThat(reasons("罚款", MARKET, null)).isEmpty();
        assertThat(reasons("罚款;没收违法所得", MARKET, null)).isEmpty();
    }

    @Test
    void aListThatThePackDoesNotKnowListsNobody() {
        assertThat(reasons("没收违法所得", MARKET, null)).containsExactly("gate.list-unknown");
        assertThat(reasons(null, MARKET, null)).containsExactly("gate.list-unknown");
    }

    @Test
    void aBodyOfThePlaceWithoutRemitListsNobody() {
        assertThat(reasons("罚款", LABOUR, null)).containsExactly("gate.list-remit");
    }

    @Test
    void ofBodiesElsewhereThePackCannotKnowWhatTheyMayDecide() {
        assertThat(reasons("罚款", STRANGER, null)).isEmpty();
        assertThat(reasons("罚款", null, null)).isEmpty();
    }

    @Test
    void whereNoBodyOfThePlaceHasASayTheListIsDecidedElsewhere() {
        assertThat(reasons("警告", LABOUR, null)).isEmpty();
    }

    @Test
    void aRemitThatDoesNotHoldOnTheDayOfTheDecisionGivesNoSay() {
        assertThat(GATE.refusals(row("罚款", LABOUR, null), facts("罚款", LocalDate.of(1949, 9, 30), null)))
                .isEmpty();
    }

    @Test
    void aTermLongerThanTheListAllowsListsNobody() {
        assertThat(reasons("罚款", MARKET, "2029-06-11")).containsExactly("gate.list-term");
        assertThat(reasons("警告", MARKET, "2098-01-01"))
                .as("until the duty is done")
                .isEmpty();
        assertThat(reasons("责令停产停业", MARKET, "2098-01-01"))
                .as("without a longest term")
                .isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsRule() {
        assertThat(reasons("罚款", LABOUR, "2030-01-01")).containsExactly("gate.list-remit", "gate.list-term");
        assertThat(GATE.refusals(row("罚款", LABOUR, null), facts("罚款", DECIDED, null)))
                .extracting(GateDecision.Reason::rule)
                .containsExactly("list.market");
        assertThat(GATE.refusals(row("罚款", LABOUR, null), facts("罚款", null, null)))
                .as("without a day nothing else can be asked")
                .isEmpty();
    }

    @Test
    void theBodyIsFoundInWhateverColumnItStands() {
        RecordType type = Penalties.type();
        List<Field> fields = new ArrayList<>(type.fields());
        Collections.swap(fields, 0, type.indexOf(Field.Role.AUTHORITY_CODE));
        RecordType bodyFirst = new RecordType(
                type.rule(),
                type.number(),
                type.nature(),
                type.target(),
                type.openness(),
                List.of(),
                type.chapter(),
                fields,
                type.key(),
                type.excludedSubjects(),
                List.of(),
                type.feedCycle());
        ListGate gate = requireNonNull(ListGate.of(
                bodyFirst, policy(Map.of("market", list("market", "罚款", Period.ofYears(3), false)))));
        @Nullable String[] row = row("罚款", LABOUR, null);
        row[0] = LABOUR;

        assertThat(gate.refusals(row, facts("罚款", DECIDED, null)))
                .extracting(GateDecision.Reason::code)
                .containsExactly("gate.list-remit");
    }

    @Test
    void onlyTypesThatWeighAskForAList() {
        assertThat(ListGate.of(Penalties.type(), policy(Map.of()))).isNull();
        Map<String, ListRule> lists = Map.of("market", list("market", "罚款", null, false));
        assertThat(ListGate.of(
                        Penalties.type(
                                RecordType.Nature.FAVOURABLE, RecordType.Target.ARCHIVE, RecordType.Openness.PUBLIC),
                        policy(lists)))
                .isNull();
        assertThat(ListGate.of(Penalties.type(), policy(lists))).isNotNull();
    }

    @Test
    void thePublishGateHoldsWhatListsNobodyLawfully() {
        @Nullable String[] row = Penalties.row("CF_JDRQ", "2026-05-06", "CF_YXQ", null);
        Map<String, ListRule> listed = Map.of("market", list("market", "罚款", Period.ofYears(3), false));
        Map<String, ListRule> others = Map.of("market", list("market", "警告", Period.ofYears(3), false));

        assertThat(PublishGate.under(policy(listed), Penalties.type()).decide(row, TODAY))
                .isInstanceOf(GateDecision.Shown.class);
        assertThat(PublishGate.under(policy(others), Penalties.type()).decide(row, TODAY))
                .isEqualTo(new GateDecision.Held(List.of(new GateDecision.Reason(
                        "gate.list-unknown", Penalties.type().rule().id()))));
        @Nullable String[] lacking = Penalties.row("CF_JDRQ", "2026-05-06", "CF_YXQ", null, "CF_WSH", null);
        assertThat(PublishGate.under(policy(others), Penalties.type()).decide(lacking, TODAY))
                .satisfies(decision -> assertThat(((GateDecision.Held) decision).reasons())
                        .extracting(GateDecision.Reason::code)
                        .contains("gate.no-document-number")
                        .doesNotContain("gate.list-unknown"));
    }

    private static List<String> reasons(@Nullable String kinds, @Nullable String authority, @Nullable String until) {
        return GATE.refusals(row(kinds, authority, until), facts(kinds, DECIDED, until)).stream()
                .map(GateDecision.Reason::code)
                .toList();
    }

    private static @Nullable String[] row(@Nullable String kinds, @Nullable String authority, @Nullable String until) {
        return Penalties.row("CF_CFLB", kinds, "CF_CFJGDM", authority, "CF_YXQ", until);
    }

    private static GateFacts facts(@Nullable String kinds, @Nullable LocalDate decided, @Nullable String until) {
        return new GateFacts(
                decided,
                true,
                true,
                true,
                kinds == null ? List.of() : List.of(kinds.split(";")),
                null,
                null,
                null,
                null,
                null,
                until == null ? null : LocalDate.parse(until));
    }

    private static ListRule list(String id, String kind, @Nullable Period longest, boolean untilDutyDone) {
        return new ListRule(
                Penalties.rule("list." + id),
                Nature.SEVERE,
                new ListRule.Scope(
                        List.of(SubjectKind.ORGANISATION),
                        TITLE,
                        Penalties.type().id(),
                        List.of(kind)),
                List.of(),
                List.of(),
                new ListRule.Term(longest, untilDutyDone, null, null, null));
    }

    private static ListGate gate(Map<String, ListRule> lists) {
        ListGate gate = ListGate.of(Penalties.type(), policy(lists));
        if (gate == null) {
            throw new AssertionError("no gate");
        }
        return gate;
    }

    private static Policy policy(Map<String, ListRule> lists) {
        return new Policy(
                "test",
                "0",
                new Place(TITLE, "990100", TITLE, TITLE, List.of(), "market"),
                WorkingCalendar.of(List.of(), List.of(2026)),
                new CodeTables(Map.of(), Set.of()),
                Map.of(),
                Map.of(),
                Map.of(Penalties.type().id(), PenaltyGate.rules(true)),
                Map.of(),
                List.of(authority(MARKET, "market"), authority(LABOUR, "labour")),
                Map.of(),
                List.of(),
                List.of(),
                Instruments.ofLists(
                        lists, List.of(new Remit(Penalties.rule("remit"), "market", List.of("market"), TITLE))));
    }

    private static Authority authority(String code, String id) {
        return new Authority(code, id, TITLE, "990100", new Validity(LocalDate.of(1949, 10, 1), null), null);
    }
}
