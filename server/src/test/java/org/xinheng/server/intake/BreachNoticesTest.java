package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.lifted;
import static org.xinheng.server.archive.RecordMarks.placed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.Reason;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.testkit.policy.Edited;

/** A confirmed breach of a public body comes before its superior by number, is acknowledged or overdue, and goes with its record. */
class BreachNoticesTest extends PublicBodiesServer {

    private static final int ALL = 10_000;

    @Autowired
    BreachNotices notices;

    @Autowired
    RecordMarks marks;

    private String code = "";
    private String name = "";

    @BeforeEach
    void openABody() throws Exception {
        code = body("12", 7);
        name = "澜衡市示例服务中心" + base;
        registerBody(code, name);
        notices.look();
    }

    private void breach(String state) throws Exception {
        deliver("government-promise", code, "诺" + base, Map.of("ZC_QK", state));
    }

    private List<Notice> own() {
        long organisation = organisations.findByCode(code).orElseThrow().id();
        return notices.all(0, ALL).stream()
                .filter(one -> one.cause().organisation() == organisation)
                .toList();
    }

    /** The one part of a page that is about a notice. */
    private static String part(String page, Notice notice) {
        String number = "督办函〔" + notice.year() + "〕" + notice.number() + "号";
        int from = page.indexOf(number);
        assertThat(from).as(number).isNotNegative();
        return page.substring(from, page.indexOf("</article>", from));
    }

    private Clerk superior() {
        Authority development = inForce.policy().authority("development").orElseThrow();
        return clerkOf(development);
    }

    @Test
    void isNumberedShownToItsSuperiorAndAcknowledgedOnce() throws Exception {
        breach("逾期未兑现");
        assertThat(notices.look()).isEqualTo(1);
        assertThat(notices.look()).as("told before").isZero();

        Notice notice = own().getFirst();
        assertThat(notice.superior()).isEqualTo("development");
        assertThat(notice.dueOn()).as("five working days").isEqualTo("2026-06-17");
        assertThat(notice.state(day())).isEqualTo(State.WAITING);
        assertThat(part(superior().reads("/breach-notices").body(), notice))
                .contains(name, code, "政务承诺台账", "诺" + base, "2026年6月17日", "待签收", "签收</button>");
        assertThat(clerkOf(market).reads("/breach-notices").body()).doesNotContain(name);

        String path = "/breach-notices/" + notice.id() + "/acknowledgement";
        assertThat(clerkOf(market).sends(path).status()).as("not its superior").isEqualTo(404);
        assertThat(superior().sends(path).status()).isEqualTo(303);
        assertThat(superior().sends(path).status()).as("a colleague again").isEqualTo(303);
        assertThat(part(superior().reads("/breach-notices").body(), notice))
                .contains("已签收", "2026年6月10日签收")
                .doesNotContain("</button>");
        assertThat(part(clerk(Role.AUDITOR).reads("/breach-notices/all").body(), notice))
                .as("audit sees it")
                .contains(name, "已签收");
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/en/breach-notices/all").body())
                .contains("Notice " + notice.year() + "-" + notice.number(), "Acknowledged");
        assertThat(clerkOf(market).reads("/breach-notices/all").status()).isEqualTo(403);
        assertThat(server.get("/organisations/" + code, null).body()).doesNotContain("督办");
    }

    @Test
    void isShownOverdueBeforeAllThatIsNot() throws Exception {
        breach("逾期未兑现");
        notices.look();
        Notice notice = own().getFirst();
        assertThat(notice.state(notice.dueOn())).as("on its last day").isEqualTo(State.WAITING);

        today("2026-06-18");
        assertThat(notice.state(day())).isEqualTo(State.OVERDUE);
        String page = clerk(Role.CREDIT_OFFICE).reads("/breach-notices/all").body();
        assertThat(part(page, notice)).contains("逾期未签收");
        List<State> states =
                notices.all(0, ALL).stream().map(one -> one.state(day())).toList();
        assertThat(states.lastIndexOf(State.OVERDUE))
                .isEqualTo(states.stream().filter(State.OVERDUE::equals).count() - 1);
    }

    @Test
    void nothingIsWithheldWhereTheListIsLong() throws Exception {
        List<String> many = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> "诺" + base + "-" + number)
                .toList();
        deliver("government-promise", code, many, Map.of("ZC_QK", "逾期未兑现"));
        assertThat(notices.look()).isEqualTo(many.size());

        assertThat(documents(superior(), "/breach-notices", notices.count("development")))
                .containsAll(many)
                .doesNotHaveDuplicates();
        assertThat(documents(clerk(Role.AUDITOR), "/breach-notices/all", notices.count(null)))
                .containsAll(many)
                .doesNotHaveDuplicates();
        deliver("government-promise", code, many, Map.of("ZC_QK", "已兑现"));
        notices.look();
    }

    /** Numbers of this body's documents on all pages of a list that says how many lines it has. */
    private List<String> documents(Clerk reader, String list, long count) throws Exception {
        List<String> found = new ArrayList<>();
        String page;
        int number = 0;
        do {
            page = reader.reads(list + "?page=" + ++number).body();
            assertThat(page).contains("共 " + count + " 条");
            Pattern.compile(">(诺" + base + "-\\d+) ").matcher(page).results().forEach(one -> found.add(one.group(1)));
        } while (page.contains("rel=\"next\""));
        return found;
    }

    @Test
    void goesWithItsRecordAndKeepsItsHistory() throws Exception {
        breach("逾期未兑现");
        notices.look();
        Notice first = own().getFirst();
        assertThat(superior()
                        .sends("/breach-notices/" + first.id() + "/acknowledgement")
                        .status())
                .isEqualTo(303);

        breach("已兑现");
        assertThat(notices.look()).isZero();
        Notice settled = own().getFirst();
        assertThat(settled.withdrawal())
                .isNotNull()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.SETTLED));
        assertThat(part(superior().reads("/breach-notices").body(), first))
                .contains("已撤回", "2026年6月10日签收", "2026年6月10日撤回：义务已履行");

        deliver("contract-breach", code, "约" + base, Map.of());
        assertThat(notices.look()).isEqualTo(1);
        Notice second = own().getFirst();
        String address = second.cause().record();
        var answer = server.post(
                "/api/v1/records/" + address + "/withdrawal",
                token("market"),
                object(
                        "ground",
                        "revoked",
                        "documentNumber",
                        "澜府复决〔2026〕9号",
                        "documentDate",
                        "2026-06-08",
                        "statement",
                        "经复核，原认定有误，已经撤销。"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        notices.look();
        assertThat(own().getFirst().withdrawal())
                .isNotNull()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.ENDED));
        var late = superior().sends("/breach-notices/" + second.id() + "/acknowledgement");
        assertThat(late.status()).as("withdrawn").isEqualTo(409);
        assertThat(late.body()).contains("督办函已经撤回");
    }

    @Test
    void aDisputedBreachIsNotHeldAgainstTheBodyUntilItIsDecided() throws Exception {
        breach("逾期未兑现");
        notices.look();
        Notice notice = own().getFirst();
        String address = notice.cause().record();
        marks.change(address, List.of(placed(Kind.DISPUTED, "YY-" + base, day(), "")), "office");
        assertThat(notices.look()).isZero();
        assertThat(own().getFirst().withdrawal())
                .isNotNull()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.MARKED));

        marks.change(address, List.of(lifted(Kind.DISPUTED, "YY-" + base, day())), "office");
        assertThat(notices.look()).as("told anew, under a number of its own").isEqualTo(1);
        assertThat(own()).hasSize(2);
        assertThat(own().getFirst().withdrawal()).isNull();
    }

    @Test
    void numbersRunWithoutGapsAndEnterprisesOfTheTradeAreNotTold() throws Exception {
        breach("逾期未兑现");
        deliver("government-judgment", code, "案" + base, Map.of());
        register(Map.of(base + 30, "2015-03-01"));
        deliver("contract-breach", PenaltyFile.code(base + 30), "约" + base, Map.of());
        assertThat(notices.look())
                .as("the private enterprise is no public body")
                .isEqualTo(2);

        Map<Integer, List<Integer>> byYear = new java.util.TreeMap<>();
        notices.all(0, ALL)
                .forEach(one -> byYear.computeIfAbsent(one.year(), _ -> new ArrayList<>())
                        .add(one.number()));
        byYear.forEach((year, numbers) -> assertThat(numbers.stream().sorted().toList())
                .as("of %s", year)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, numbers.size())
                        .boxed()
                        .toList()));
    }

    @Test
    void whatHappensWhileNoRuleIsInForceIsToldOnceOneIs() throws Exception {
        inForceWith(null, "without");
        breach("逾期未兑现");
        assertThat(notices.look()).isZero();
        policyOfTest = null;
        assertThat(notices.look()).isEqualTo(1);

        inForceWith(null, "without");
        breach("已兑现");
        notices.look();
        assertThat(own().getFirst().withdrawal()).isNull();
        policyOfTest = null;
        notices.look();
        assertThat(own().getFirst().withdrawal()).isNotNull();
    }

    @Test
    void aSuperiorThatIsNamedNoMoreDoesNotMakeABreachGood() throws Exception {
        breach("逾期未兑现");
        notices.look();
        BreachRules rules = shipped();
        inForceWith(rules(List.of(), rules.otherwise(), rules.breaches()), "nobody");
        breach("逾期未兑现");
        assertThat(notices.look()).isZero();
        assertThat(own().getFirst().withdrawal()).isNull();
    }

    @Test
    void aBreachThatNobodyWasToldOfIsToldOnceTheRulesNameASuperior() throws Exception {
        BreachRules rules = shipped();
        inForceWith(rules(List.of(), rules.otherwise(), rules.breaches()), "nobody");
        notices.look();
        breach("逾期未兑现");
        notices.look();
        assertThat(own()).isEmpty();
        policyOfTest = null;
        notices.look();
        assertThat(own()).hasSize(1);
    }

    @Test
    void anotherSuperiorIsToldInsteadOfTheFormerOne() throws Exception {
        breach("逾期未兑现");
        notices.look();
        BreachRules rules = shipped();
        inForceWith(rules(rules.prefixes(), "finance", rules.breaches()), "another");
        notices.look();
        assertThat(own()).hasSize(2);
        assertThat(own().getFirst().superior()).isEqualTo("finance");
        assertThat(own().getLast().withdrawal())
                .isNotNull()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.MOVED));
    }

    @Test
    void rulesThatSayOtherwiseAreFollowedWithoutAnyRecordMoving() throws Exception {
        breach("逾期未兑现");
        notices.look();
        BreachRules rules = shipped();
        inForceWith(rules(rules.prefixes(), rules.otherwise(), List.of()), "fewer");
        notices.look();
        assertThat(own().getFirst().withdrawal()).isNotNull();
    }

    private BreachRules shipped() {
        return Objects.requireNonNull(inForce.policy().instruments().breaches());
    }

    /** Without superiors by name: the body of the test falls under the one for all others. */
    private BreachRules rules(List<String> prefixes, String otherwise, List<BreachRules.Breach> breaches) {
        BreachRules rules = shipped();
        return new BreachRules(
                rules.rule(), rules.acknowledge(), prefixes, Map.of(), otherwise, rules.enterprises(), breaches);
    }

    @AfterEach
    void shippedRules() {
        policyOfTest = null;
    }

    private void inForceWith(@Nullable BreachRules rules, String version) {
        policyOfTest = Edited.instrument(inForce.policy(), version, "breaches", rules);
    }
}
