package org.xinheng.server.commitment.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Reason;
import org.xinheng.core.commitment.Stage;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** What the desk of commitments lets happen on a real database: one form signs once, and a merger of entries wipes nothing out. */
class CommitmentDeskTest extends CommitmentServer {

    private static final String SECRET = "commitment-secret";
    private static final Act.Sign SIGN = new Act.Sign("按规定条件经营并接受核查", List.of(), null);

    @Autowired
    private JdbcClient rows;

    @Autowired
    private AccessLog log;

    @Autowired
    private Clock time;

    @Autowired
    private DocumentService documents;

    private Outcome sign(Organisation party, String item, String authority, Act.Sign act, String key) {
        return desk.sign(
                account(party), desk.item(item).orElseThrow(), new CommitmentDesk.Signing(authority, act, key));
    }

    private Promise signed(Organisation party, String item) {
        return accepted(sign(party, item, "market", SIGN, UUID.randomUUID().toString()));
    }

    private static void refused(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Promise act(Actor actor, Promise promise, Act act) {
        return accepted(desk.act(actor, promise, promise.steps().size(), act));
    }

    private Promise broken(Promise signed) {
        Promise lacking = act(OFFICER, signed, new Act.Review(Performance.NOT, "现场核查不符合条件"));
        Promise charged = act(OFFICER, lacking, new Act.Notify("告1", "不符合条件", "第三十条", "撤销许可"));
        today("2026-06-18");
        return act(HEAD, charged, new Act.Decide("定1", true, "期限内未陈述申辩"));
    }

    private @Nullable Reason reasonAgainst(Organisation party, String item) {
        Optional<Refused> refusal = desk.commitments().refusal(item, party);
        return refusal.map(Refused::reason).orElse(null);
    }

    @Test
    void aFormSentAgainSignsNothingElse() {
        String key = UUID.randomUUID().toString();
        Promise signed = accepted(sign(party, "restaurant-permit", "market", SIGN, key));

        assertThat(accepted(sign(party, "restaurant-permit", "market", SIGN, key)))
                .isEqualTo(signed);
        refused(sign(party, "site-certificate", "market", SIGN, key), Reason.OVERTAKEN);
        refused(sign(party, "restaurant-permit", "housing", SIGN, key), Reason.OVERTAKEN);
        refused(
                sign(party, "restaurant-permit", "market", new Act.Sign("另有承诺", List.of(), null), key),
                Reason.OVERTAKEN);
        refused(sign(organisation("91", 2), "restaurant-permit", "market", SIGN, key), Reason.OVERTAKEN);
        assertThat(desk.commitments().of(party)).containsExactly(signed);
    }

    @Test
    void ofManyPostsOfOneFormAtOnceOneSigns() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<Outcome> post = () -> sign(party, "restaurant-permit", "market", SIGN, key);
        List<Outcome> outcomes = new ArrayList<>();
        try (var posts = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome> outcome : posts.invokeAll(Collections.nCopies(8, post))) {
                outcomes.add(outcome.get());
            }
        }

        Set<Promise> promises = new HashSet<>();
        outcomes.forEach(outcome -> promises.add(accepted(outcome)));
        assertThat(promises)
                .containsExactlyElementsOf(desk.commitments().of(party))
                .hasSize(1);
    }

    @Test
    void whatWasSignedUnderAnEntryMergedSinceStaysOnesOwn() {
        Organisation into = organisation("91", 2);
        Promise signed = signed(party, "restaurant-permit");
        assertThat(desk.find(account(into), signed.id())).isEmpty();

        Mergers.merge(rows, party.id(), into.id());

        assertThat(desk.list(account(into), Long.MAX_VALUE, 10)).containsExactly(signed);
        assertThat(desk.find(account(into), signed.id())).contains(signed);
        assertThat(desk.find(account(organisation("91", 3)), signed.id())).isEmpty();
        assertThat(reasonAgainst(into, "restaurant-permit")).isEqualTo(Reason.GOES_ON);
        assertThat(act(account(into), signed, new Act.Withdraw()).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void aBreachUnderAnEntryMergedSinceBars() {
        Organisation into = organisation("91", 2);
        broken(signed(party, "restaurant-permit"));
        assertThat(reasonAgainst(into, "site-certificate")).isNull();

        Mergers.merge(rows, party.id(), into.id());

        assertThat(reasonAgainst(into, "site-certificate")).isEqualTo(Reason.EARLIER_BREACH);
        refused(sign(into, "site-certificate", "market", SIGN, "after-merger-" + base), Reason.EARLIER_BREACH);
    }

    @Test
    void aSevereListingUnderAnEntryMergedSinceBars() throws Exception {
        Organisation into = organisation("91", 2);
        listed(party);
        assertThat(reasonAgainst(party, "site-certificate")).isEqualTo(Reason.SEVERE_RECORD);
        assertThat(reasonAgainst(into, "site-certificate")).isNull();

        Mergers.merge(rows, party.id(), into.id());

        assertThat(reasonAgainst(into, "site-certificate")).isEqualTo(Reason.SEVERE_RECORD);
    }

    @Test
    void anIndividualBusinessWithoutUnifiedCodeIsOne() {
        Organisation business = organisation("92", 2);
        Organisation older = new Organisation(
                business.id(),
                null,
                business.name(),
                List.of(),
                business.kind(),
                business.state(),
                null,
                null,
                List.of(),
                true);

        assertThat(desk.commitments().giver(older)).isEqualTo(desk.commitments().giver(business));
        assertThat(desk.commitments().giver(older).kind()).isEqualTo(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(desk.commitments().giver(party).kind()).isEqualTo(SubjectKind.ORGANISATION);
    }

    @Test
    void aPageOfCommitmentsAsksTheRegisterOnce() {
        Organisation into = organisation("91", 2);
        List<Promise> page = List.of(signed(party, "restaurant-permit"), signed(into, "site-certificate"));
        Mergers.merge(rows, party.id(), into.id());
        List<String> asked = new ArrayList<>();
        Organisations counted = WatchedCalls.watched(Organisations.class, organisations, call -> {
            asked.add(call.name());
            return call.goOn();
        });
        CommitmentViews views = new CommitmentViews(
                new CommitmentDesk(desk.commitments(), desk.warnings(), counted, inForce, log, time), documents);

        List<ColumnPage.PromiseLine> lines = views.lines(page, Words.in(Language.CHINESE));
        List<ColumnPage.PromiseLine> column =
                views.column(page, null, Words.in(Language.CHINESE)).latest();

        assertThat(asked).as("one for each page").containsExactly("labels", "labels");
        assertThat(lines).hasSize(2).allMatch(line -> line.giver().equals(into.name()));
        assertThat(column).hasSize(2).allMatch(line -> line.giver().equals(into.name()));
    }

    @Test
    void anIndividualBusinessIsNotNamedToThePublic() throws Exception {
        Organisation business = organisation("92", 2);
        Promise kept = signed(business, "site-certificate");
        Promise others = signed(party, "restaurant-permit");
        assertThat(desk.open(List.of(kept, others))).containsExactly(others);

        Promise broken = broken(signed(business, "restaurant-permit"));

        assertThat(broken.shown(desk.today())).isTrue();
        assertThat(desk.open(List.of(kept, broken))).isEmpty();
        assertThat(server.get("/commitments", null).body())
                .contains(party.name())
                .doesNotContain(business.name());
        assertThat(server.get("/organisations/" + business.code(), null).body()).doesNotContain("食品经营许可（餐饮服务）");
        assertThat(reasonAgainst(business, "own-initiative")).isNull();
        assertThat(reasonAgainst(business, "site-certificate")).isEqualTo(Reason.EARLIER_BREACH);
    }

    /** On a severe list by the whole chain. */
    private void listed(Organisation party) throws Exception {
        setup.client("lists", SECRET, Set.of(Permission.PROPOSE_LISTING), "market");
        setup.client("signs", SECRET, Set.of(Permission.DECIDE_LISTING), "market");
        String id = post(
                "lists",
                "/api/v1/proceedings",
                object(
                        "code", Objects.requireNonNull(party.code()),
                        "list", "severe-market-regulation",
                        "ground", "list.severe-market-regulation.ground.consumers",
                        "facts", "销售不合格商品，侵害消费者权益，情节严重",
                        "law", "《市场监督管理严重违法失信名单管理办法》第八条",
                        "measures", "列为重点监管对象，不适用告知承诺制",
                        "underlying", "澜市监罚〔2026〕88号",
                        "key", "listed-" + base));
        String acts = "/api/v1/proceedings/" + id + "/acts";
        post("lists", acts, object("act", "NOTIFY", "seen", "1", "document", "澜市监告〔2026〕" + id + "号"));
        today("2026-06-18");
        post(
                "signs",
                acts,
                object(
                        "act", "DECIDE",
                        "seen", "2",
                        "document", "澜市监列〔2026〕" + id + "号",
                        "verdict", "LIST",
                        "until", "2029-06-17",
                        "reasons", "期限内未提出陈述申辩"));
        post("lists", acts, object("act", "SERVE", "seen", "3"));
    }

    private String post(String client, String path, String body) throws Exception {
        var answer = server.post(path, server.token(client, SECRET), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("proceeding")
                .path("id")
                .asString();
    }
}
