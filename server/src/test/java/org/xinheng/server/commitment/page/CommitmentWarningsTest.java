package org.xinheng.server.commitment.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.ServedDocument;
import org.xinheng.testkit.code.CodeMint;

/** An accepting body is warned of what it let pass, once, and of a giver that broke another commitment. */
class CommitmentWarningsTest extends RecordsServer {

    private static final String SECRET = "commitment-warnings-secret";
    private static final Actor OFFICER = body("officer", "market", Permission.ACCEPT_COMMITMENT);
    private static final Actor HEAD = body("head", "market", Permission.DECIDE_COMMITMENT);
    private static final Actor HOUSING = body("housing-officer", "housing", Permission.ACCEPT_COMMITMENT);

    @Autowired
    private CommitmentDesk desk;

    @Autowired
    private Organisations register;

    @Autowired
    private DocumentService documents;

    private Organisation party;

    @BeforeEach
    void aParty() {
        String code = CodeMint.uscc("91", "990101", 49_000_000L + base);
        register.openStubs(Map.of(code, "澜衡示例招牌第" + base + "店"), 1);
        party = register.findByCode(code).orElseThrow();
    }

    private static Actor body(String name, String authority, Permission permission) {
        return new Actor(name, Actor.Kind.CLIENT, authority, Set.of(permission));
    }

    private Promise signed(String item, String authority, String... missing) {
        Actor giver = new Actor("giver", Actor.Kind.CLERK, null, party.code(), Set.of(Permission.OWN_FILE));
        Act.Sign sign = new Act.Sign("按规定条件经营并接受核查", List.of(missing), null);
        return accepted(desk.sign(
                giver,
                desk.item(item).orElseThrow(),
                new CommitmentDesk.Signing(authority, sign, UUID.randomUUID().toString())));
    }

    private static Promise accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).promise();
    }

    private Promise act(Actor actor, Promise promise, Act act) {
        return accepted(desk.act(actor, promise, promise.steps().size(), act));
    }

    private List<Warnings.Kind> warnedOf(Actor actor, Promise promise) {
        return desk.warnings(actor, 1_000).stream()
                .filter(warning -> warning.promise().id() == promise.id())
                .map(Warnings.Warning::kind)
                .toList();
    }

    @Test
    void aReviewThatIsOverdueIsWarnedOfOnceUntilItIsDone() {
        Promise promise = signed("restaurant-permit", "market");
        today("2027-06-10");
        desk.warnings().run();
        assertThat(warnedOf(OFFICER, promise)).as("its last day").isEmpty();

        today("2027-06-12");
        assertThat(desk.warnings().missing()).as("nobody warned yesterday").isPositive();
        assertThat(desk.warnings().run()).isPositive();
        assertThat(desk.warnings().run()).isZero();
        assertThat(desk.warnings().missing()).isZero();
        assertThat(warnedOf(OFFICER, promise)).containsExactly(Warnings.Kind.REVIEW_MISSED);
        assertThat(warnedOf(HOUSING, promise)).as("another body's").isEmpty();

        act(OFFICER, promise, new Act.Review(Performance.ONGOING, "现场核查符合条件"));
        assertThat(warnedOf(OFFICER, promise)).isEmpty();
    }

    @Test
    void papersThatDidNotComeAreWarnedOf() {
        Promise promise = signed("shop-sign", "housing", "drawing");
        today("2026-07-10");
        desk.warnings().run();

        assertThat(warnedOf(HOUSING, promise)).containsExactly(Warnings.Kind.PAPERS_MISSED);

        act(HOUSING, promise, new Act.Lapse("图纸逾期未补"));
        assertThat(documents.ofCase("commitment-" + promise.id()))
                .extracting(ServedDocument::kind)
                .containsExactly("commitment.papers-follow", "commitment.lapsed");
    }

    @Test
    void bodiesThatTookOthersOfAGiverAreToldOfItsBreachUntilItIsRepaired() {
        Promise other = signed("shop-sign", "housing", "drawing");
        Promise charged = act(
                OFFICER,
                act(OFFICER, signed("restaurant-permit", "market"), new Act.Review(Performance.NOT, "不符合条件")),
                new Act.Notify("告1", "不符合条件", "第三十条", "撤销许可"));
        assertThat(warnedOf(HOUSING, other)).as("a charge is not told").isEmpty();

        today("2026-06-18");
        Promise broken = act(HEAD, charged, new Act.Decide("定1", true, "期限内未陈述申辩"));
        assertThat(warnedOf(HOUSING, other)).containsExactly(Warnings.Kind.GIVER_BROKE);
        assertThat(warnedOf(OFFICER, broken)).isEmpty();

        act(HEAD, broken, new Act.Repair("修1", "整改到位"));
        assertThat(warnedOf(HOUSING, other)).isEmpty();
    }

    @Test
    void programsOfTheBodyReadThem() throws Exception {
        Promise promise = signed("shop-sign", "housing", "drawing");
        today("2026-07-10");
        desk.warnings().run();
        setup.client("housing-warned", SECRET, Set.of(Permission.ACCEPT_COMMITMENT), "housing");
        setup.organisationClient("giver-" + base, SECRET, Objects.requireNonNull(party.code()));

        assertThat(server.get("/api/v1/commitment-warnings", server.token("housing-warned", SECRET))
                        .body())
                .contains("PAPERS_MISSED", promise.number());
        assertThat(server.get("/api/v1/commitment-warnings", server.token("giver-" + base, SECRET))
                        .statusCode())
                .isEqualTo(403);
    }
}
