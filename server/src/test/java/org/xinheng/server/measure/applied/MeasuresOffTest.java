package org.xinheng.server.measure.applied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** When a ground falls away the measure is off in the same moment, and its body is told. */
class MeasuresOffTest extends MeasureServer {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

    @Autowired
    RecordMarks marks;

    private String applied() throws Exception {
        Answered answer = applied(base, addressOf(base));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.text("id");
    }

    private List<String> told() throws Exception {
        return get("finance", "/api/v1/measure-notices")
                .body()
                .path("notices")
                .valueStream()
                .filter(notice -> notice.path("organisation").asString().equals(PenaltyFile.code(base)))
                .map(notice -> notice.path("state").asString() + " "
                        + notice.path("reason").asString(""))
                .toList();
    }

    @Test
    void aRepairAWithdrawalAndACorrectionEndItForGood() throws Exception {
        deliver(revocations(base, 2));
        for (int i = 0; i < 2; i++) {
            assertThat(applied(base + i, addressOf(base + i)).text("state")).isEqualTo("ON");
        }
        String repaired = applied();
        archive.end(addressOf(base), Ending.REPAIRED, "修1号", "", "test");

        assertThat(stateOf(repaired)).isEqualTo("OFF GROUND_REPAIRED");
        await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(told()).containsExactly("OFF GROUND_REPAIRED"));
        assertThat(get("culture", "/api/v1/measure-notices").body().toString()).doesNotContain(PenaltyFile.code(base));

        String withdrawn = applied(base + 1, addressOf(base + 1)).text("id");
        archive.end(addressOf(base + 1), Ending.WITHDRAWN, "撤1号", "原处罚决定已撤销。", "test");
        assertThat(stateOf(withdrawn)).isEqualTo("OFF GROUND_WITHDRAWN");

        deliver(penalties(base + 2, 1).set(0, "CF_NR_FK", "500"));
        String corrected = post(
                        "finance",
                        "/api/v1/applied-measures",
                        statement(base + 2, "procurement.larger-fine", MATTER, addressOf(base + 2)))
                .text("id");
        assertThat(stateOf(corrected)).isEqualTo("ON");
        deliver(penalties(base + 2, 1));
        assertThat(stateOf(corrected)).isEqualTo("OFF NOT_THE_TRIGGER");
    }

    @Test
    void aRevokedRepairBringsNothingBackByItself() throws Exception {
        deliver(revocations(base, 1));
        String id = applied();
        String address = addressOf(base);
        archive.end(address, Ending.REPAIRED, "修1号", "", "test");
        await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(told()).hasSize(1));

        assertThat(marks.restore(address, "撤修1号", "修复材料虚假。", "test")).isInstanceOf(RecordMarks.Result.Done.class);

        assertThat(stateOf(id)).isEqualTo("OFF GROUND_REPAIRED");
    }

    @Test
    void anObjectionAloneTakesNothingAwayAndWhatItSuspendsDoes() throws Exception {
        deliver(revocations(base, 1));
        String id = applied();
        String address = addressOf(base);
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "异1", day(), "")), "test");
        assertThat(stateOf(id)).isEqualTo("ON");

        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.WITHHELD, "异1", day(), "")), "test");
        assertThat(stateOf(id)).isEqualTo("SUSPENDED GROUND_SUSPENDED");
        await().atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(told()).containsExactly("SUSPENDED GROUND_SUSPENDED"));

        marks.change(address, List.of(RecordMarks.lifted(RecordMark.Kind.WITHHELD, "异1", day())), "test");
        assertThat(stateOf(id)).isEqualTo("ON");
        await().atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(told()).contains("ON ").hasSize(2));
    }

    /** Decision 0060: an objection takes nothing out of the answer, and the answer says that there is one. */
    @Test
    void anAnswerKeepsTheMeasureOfADisputedRecordAndSaysThatItIsDisputed() throws Exception {
        deliver(revocations(base, 1));
        String address = addressOf(base);
        assertThat(named(address).path("marks").isEmpty()).isTrue();

        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "异1", day(), "")), "test");
        JsonNode disputed = named(address);
        assertThat(disputed.path("marks").size()).isEqualTo(1);
        assertThat(disputed.path("marks").get(0).path("kind").asString()).isEqualTo(RecordMark.Kind.DISPUTED.id());
        assertThat(disputed.path("marks").get(0).path("since").asString()).isEqualTo(day().toString());
        assertThat(post("finance", "/api/v1/applied-measures", statement(base, MEASURE, MATTER, address))
                        .text("reason"))
                .as("and may not be applied anew meanwhile")
                .isEqualTo("GROUND_DISPUTED");

        marks.change(address, List.of(RecordMarks.lifted(RecordMark.Kind.DISPUTED, "异1", day())), "test");
        assertThat(named(address).path("marks").isEmpty()).isTrue();
    }

    /** The record as the answer names it behind the measure that has to be taken. */
    private JsonNode named(String address) throws Exception {
        Answered answer = post(
                "finance",
                "/api/v1/checks",
                object(
                        "code",
                        PenaltyFile.code(base),
                        "matter",
                        MATTER,
                        "purpose",
                        "资格审查",
                        "caseNumber",
                        "办件1",
                        "operator",
                        "审核岗"));
        assertThat(answer.text("outcome")).as(answer.body().toString()).isEqualTo("HIT");
        JsonNode measure = answer.body()
                .path("measures")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(MEASURE))
                .findFirst()
                .orElseThrow();
        assertThat(measure.path("duty").asString()).isEqualTo("must");
        return measure.path("records")
                .valueStream()
                .filter(one -> one.path("address").asString().endsWith(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTermEndsByItself() throws Exception {
        deliver(revocations(base, 1));
        String id = applied();
        today("2029-06-04");
        assertThat(stateOf(id)).isEqualTo("ON");

        today("2029-06-05");

        assertThat(stateOf(id)).isEqualTo("OFF GROUND_EXPIRED");
        await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(told()).containsExactly("OFF GROUND_EXPIRED"));
    }

    @Test
    void theBodyTakesNote() throws Exception {
        deliver(revocations(base, 1));
        applied();
        archive.end(addressOf(base), Ending.REPAIRED, "修1号", "", "test");
        await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(told()).hasSize(1));
        String notice = get("finance", "/api/v1/measure-notices")
                .body()
                .path("notices")
                .get(0)
                .path("id")
                .asString();

        assertThat(post("culture", "/api/v1/measure-notices/" + notice + "/seen", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(post("finance", "/api/v1/measure-notices/" + notice + "/seen", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(get("finance", "/api/v1/measure-notices?unseen=true").body().toString())
                .doesNotContain("{\"id\":\"" + notice + "\"");
    }

    /** One act takes away all grounds at once: a correction that says that no decision holds any more. */
    @Test
    void thousandsOfGroundsFallAndAllMeasuresAreOff() throws Exception {
        int count = Boolean.getBoolean("xinheng.long") ? 10_000 : 300;
        int first = 5_000_000 + base;
        deliver(revocations(first, count));
        Actor finance = new Actor("bulk", Actor.Kind.CLIENT, "finance", Set.of(Permission.CHECK));
        List<AppliedMeasure> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Statement statement = new Statement(
                    PenaltyFile.code(first + i), MATTER, MEASURE, addressOf(first + i), null, "批" + i + "号", null);
            all.add(((Applying.Applied) measures.apply(statement, finance)).measure());
        }
        PenaltyFile gone = revocations(first, count);
        for (int i = 0; i < count; i++) {
            gone.set(i, "CF_ZT", "2");
        }

        long begun = System.nanoTime();
        deliver(gone);
        long inForceAfter = System.nanoTime();
        long off = measures.states(all).values().stream()
                .filter(state -> state.kind() == AppliedState.Kind.OFF)
                .count();
        long seenAfter = System.nanoTime();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> toldOf(all) == count);
        long toldAfter = System.nanoTime();

        assertThat(off).isEqualTo(count);
        System.out.printf(
                "%d grounds removed by one delivery (%.2f s to load): all off at the first look (%.2f s to look at all), bodies told %.2f s after%n",
                count,
                (inForceAfter - begun) / 1e9,
                (seenAfter - inForceAfter) / 1e9,
                (toldAfter - inForceAfter) / 1e9);
        assertThat(Duration.ofNanos(toldAfter - inForceAfter)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    private long toldOf(List<AppliedMeasure> all) {
        return sql.sql(
                        "SELECT count(*) FROM measure.application_change WHERE state = 'OFF' AND application_id = ANY (:ids)")
                .param("ids", all.stream().map(AppliedMeasure::id).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
