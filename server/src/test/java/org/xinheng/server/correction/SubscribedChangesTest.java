package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.CheckingOffice;
import tools.jackson.databind.JsonNode;

/** Whoever watches a list is told when to ask again: by cursor and by webhook, of every change of an answer and of nothing else. */
class SubscribedChangesTest extends CorrectionServer {

    private static final String PATH = "/api/v1/check-subscriptions";
    private static final String IDENTITY = "11010519491231002X";

    @Autowired
    private RecordMarks marks;

    private String client = "";

    @BeforeEach
    void aClientThatChecks() {
        client = "watcher-" + base;
        setup.client(client, SECRET, Set.of(Permission.CHECK), market.id());
    }

    private static Map<String, Object> order(List<String> codes) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("name", "定点供应商");
        order.put("matter", CheckingOffice.PROCUREMENT);
        order.put("purpose", "定点采购履约期内核查");
        order.put("caseNumber", "澜采〔2026〕15号");
        order.put("operator", "采购中心履约岗");
        order.put("codes", codes);
        return order;
    }

    private String watch(List<String> codes) throws Exception {
        var opened = post(PATH, client, order(codes));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(json(opened).path("codes").asInt()).isEqualTo(codes.size());
        return json(opened).path("id").asString();
    }

    private JsonNode page(long after) throws Exception {
        return json(get(PATH + "/changes?limit=1000&after=" + after, client));
    }

    private List<String> told() throws Exception {
        List<String> codes = new ArrayList<>();
        page(0).path("changes").forEach(change -> codes.add(change.path("code").asString()));
        return codes;
    }

    private PenaltyFile grave(int organisation) {
        return penalties(organisation, 1)
                .set(0, "CF_CFLB", "罚款;吊销许可证件")
                .set(0, "CF_NR_FK", "5")
                .set(0, "CF_NR_ZKDX", "食品经营许可证")
                .set(0, "CF_JDRQ", LocalDate.now(clock).minusDays(3).toString())
                .set(0, "CF_YXQ", "2099/12/31");
    }

    @Test
    void everythingThatMakesTheAnswerAnotherOneIsToldAndNothingOfWhatItIs() throws Exception {
        deliver(penalties(base, 1));
        String known = PenaltyFile.code(base);
        String unknown = PenaltyFile.code(base + 1);
        watch(List.of(known, unknown, PenaltyFile.code(base + 2)));

        deliver(grave(base + 1));
        soon().untilAsserted(() ->
                assertThat(told()).as("an organisation and a ground").containsExactly(unknown));
        String address = addressOf(base + 1);
        LocalDate today = LocalDate.now(clock);
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "case-1", today, "")), "test");
        soon().untilAsserted(() -> assertThat(told()).as("a mark").containsExactly(unknown, unknown));
        marks.change(address, List.of(RecordMarks.lifted(RecordMark.Kind.DISPUTED, "case-1", today)), "test");
        soon().untilAsserted(() -> assertThat(told()).hasSize(3));
        archive.end(address, Ending.REPAIRED, "修复决定1号", "", "test");
        soon().untilAsserted(() -> assertThat(told()).as("a repair").hasSize(4));

        // A small fine attaches nothing in this matter: the answer is the same.
        deliver(penalties(base, 1).set(0, "CF_WSH", "小额〔2026〕1号"));
        deliver(grave(base + 2));
        soon().untilAsserted(() -> assertThat(told()).hasSize(5).last().isEqualTo(PenaltyFile.code(base + 2)));

        JsonNode page = page(0);
        assertThat(page.path("more").asBoolean()).isFalse();
        assertThat(page.path("changes").get(0).propertyNames())
                .containsExactly("cursor", "subscription", "name", "matter", "code", "seenAt", "action");
        assertThat(page.path("changes").get(0).path("action").asString()).isEqualTo("ask-again");
        assertThat(page(page.path("next").asLong()).path("changes").isEmpty()).isTrue();
        assertThat(get(PATH + "/changes?limit=2", client).body()).contains("\"more\":true");
        assertThat(sql.sql("""
                                SELECT count(DISTINCT what) FROM access.read_log
                                WHERE actor = ? AND source_id = ? AND purpose = '定点采购履约期内核查'
                                """).params(client, market.id()).query(Integer.class).single())
                .as("that it is watched, and that it was told: seen by the organisation")
                .isEqualTo(2);
    }

    @Test
    void aWebhookIsSentTheSameSigned() throws Exception {
        var key = SimulatedConsumer.key(
                json(get("/api/v1/corrections/key", null)).path("publicKey").asString());
        try (var consumer = new SimulatedConsumer(
                client, SimulatedConsumer.Behaviour.LIVE, port, Objects.requireNonNull(token(client)), key)) {
            var registered = post(
                    "/api/v1/corrections/registration", client, Map.of("name", "采购中心", "webhook", consumer.webhook()));
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
            watch(List.of(PenaltyFile.code(base), PenaltyFile.code(base + 1)));
            deliver(grave(base + 1));
            soon().untilAsserted(() -> assertThat(consumer.askAgain).containsExactly(PenaltyFile.code(base + 1)));
            assertThat(consumer.forged).hasValue(0);
        }
    }

    @Test
    void whatEndedIsToldNoMoreAndNobodySeesAnothersList() throws Exception {
        String id = watch(List.of(PenaltyFile.code(base)));
        setup.client("other-watcher", SECRET, Set.of(Permission.CHECK), null);
        assertThat(get(PATH + "/" + id, "other-watcher").statusCode()).isEqualTo(404);
        assertThat(post(PATH + "/" + id + "/end", "other-watcher", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(json(get(PATH, "other-watcher")).path("subscriptions").isEmpty())
                .isTrue();
        assertThat(post(PATH, client, order(List.of(PenaltyFile.code(base)))).statusCode())
                .as("of the same name")
                .isEqualTo(409);

        assertThat(json(post(PATH + "/" + id + "/end", client, Map.of()))
                        .path("state")
                        .asString())
                .isEqualTo("ENDED");
        String second = watch(List.of(PenaltyFile.code(base + 1)));
        deliver(grave(base));
        deliver(grave(base + 1));
        soon().untilAsserted(() -> assertThat(told()).containsExactly(PenaltyFile.code(base + 1)));
        assertThat(json(get(PATH + "/" + second, client)).path("state").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void aListIsOverAfterItsLastDay() throws Exception {
        String open = watch(List.of(PenaltyFile.code(base)));
        long over = sql.sql("""
                        INSERT INTO measure.subscription (client, source_id, name, matter, purpose, case_number, operator,
                            registered_at, until)
                        SELECT client, source_id, 'over', matter, purpose, case_number, operator, registered_at, :yesterday
                        FROM measure.subscription WHERE id = :open RETURNING id
                        """)
                .param("yesterday", LocalDate.now(clock).minusDays(1))
                .param("open", Long.parseLong(open))
                .query(Long.class)
                .single();
        sql.sql("""
                INSERT INTO measure.subscription_code (subscription_id, code, organisation_id, seen)
                SELECT ?, code, organisation_id, seen FROM measure.subscription_code WHERE subscription_id = ?
                """).params(over, Long.parseLong(open)).update();
        assertThat(json(get(PATH + "/" + over, client)).path("state").asString())
                .isEqualTo("OVER");
        deliver(grave(base));
        soon().untilAsserted(() -> assertThat(told()).containsExactly(PenaltyFile.code(base)));
        assertThat(page(0).path("changes").get(0).path("subscription").asString())
                .isEqualTo(open);
    }

    @Test
    void fiveThousandCodesAreWatchedAtOnceAndOneMoreIsNot() throws Exception {
        List<String> codes =
                IntStream.range(base, base + 5_000).mapToObj(PenaltyFile::code).toList();
        watch(codes);
        deliver(penalties(base + 4_000, 3));
        soon().untilAsserted(() -> assertThat(told())
                .containsExactlyInAnyOrder(
                        PenaltyFile.code(base + 4_000),
                        PenaltyFile.code(base + 4_001),
                        PenaltyFile.code(base + 4_002)));
        List<String> more = new ArrayList<>(codes);
        more.add(PenaltyFile.code(base + 5_000));
        var refused = post(PATH, client, order(more));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("5000");
    }

    @Test
    void whatIsWrongIsNamedByItsPlaceAndNothingIsKept() throws Exception {
        var order = order(List.of(PenaltyFile.code(base), IDENTITY, "x"));
        order.put("name", " ");
        order.put("until", "2026-02-30");
        order.put("operator", IDENTITY);
        var refused = post(PATH, client, order);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "until", "codes[1]", "codes[2]", "operator");
        assertThat(refused.body()).doesNotContain(IDENTITY);
        var matter = order(List.of(PenaltyFile.code(base)));
        matter.put("matter", "no-such-matter");
        assertThat(post(PATH, client, matter).statusCode()).isEqualTo(404);
        assertThat(json(get(PATH, client)).path("subscriptions").isEmpty()).isTrue();
        bulkConsumer("not-a-checker");
        assertThat(post(PATH, "not-a-checker", order(List.of(PenaltyFile.code(base))))
                        .statusCode())
                .isEqualTo(403);
    }
}
