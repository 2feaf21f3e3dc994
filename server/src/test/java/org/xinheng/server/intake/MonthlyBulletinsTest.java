package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.bulletin.BulletinDesk;

/** The platform tells bodies how they reported: once a month, by the pack's rule, as records that count and that one can object to. */
class MonthlyBulletinsTest extends PublicBodiesServer {

    private static final String TYPE = "publicity-quality";
    private static final String PAGE = "/ledgers/bulletins";
    private static final String APRIL = "bulletin.double-publicity.2026-04";
    private static final String SECOND_TRY = APRIL + ".2";

    @Autowired
    private BulletinDesk bulletins;

    /** A body that no other test delivers for, counted from the end of the list. */
    private Authority last(int number) {
        List<Authority> all = inForce.policy().authorities();
        return all.get(all.size() - number);
    }

    private void registered(Authority body) throws Exception {
        registerBody(body.code(), body.name().zh());
    }

    private void deliverAll(Authority source, int first, int inTime, int late) throws Exception {
        var file = penalties(source, base + first, inTime + late);
        for (int row = 0; row < inTime + late; row++) {
            file.set(row, "CF_JDRQ", row < inTime ? "2026/04/17" : "2026/03/02").set(row, "CF_YXQ", "2028/01/01");
        }
        deliver(source, file, false);
    }

    private Optional<RecordVersion> told(Authority body) {
        return organisations.findByCode(body.code()).stream()
                .flatMap(one -> archive.currentOf(one.id()).stream())
                .filter(record -> record.type().equals(TYPE))
                .findFirst();
    }

    private static List<String> leftOut(BulletinDesk.Draft draft) {
        return draft.findings().leftOut().stream()
                .map(one -> one.body() + " " + one.reason())
                .toList();
    }

    private Optional<Delivery> handedIn() {
        return deliveries.find("development", SECOND_TRY);
    }

    /** Handed in under the report's own key, and every row refused. */
    private void deliverSpoilt() throws Exception {
        RecordType type = inForce.policy().recordType(TYPE).orElseThrow();
        List<String> columns = type.fields().stream().map(Field::name).toList();
        String file =
                String.join(",", columns) + "\n" + String.join(",", Collections.nCopies(columns.size(), "?")) + "\n";
        var order = new Deliveries.Order(TYPE, "development", "office", "spoilt.csv", APRIL, false);
        Delivery spoilt = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(deliveries
                        .await(spoilt.id(), Duration.ofSeconds(30))
                        .counts()
                        .refused())
                .isEqualTo(1);
    }

    private int points(Authority body) throws Exception {
        var answer = server.get(
                "/api/v1/organisations/" + body.code() + "/evaluation?purpose=test&model=government", token("office"));
        return json(answer).path("points").asInt();
    }

    private Optional<BulletinDesk.Draft> april() {
        return bulletins.drafts().stream()
                .filter(draft -> draft.month().equals(YearMonth.of(2026, 4)))
                .findFirst();
    }

    private Clerk.Seen sign(Role role, String seen) throws Exception {
        return clerk(role).sends(PAGE, "bulletin", "bulletin.double-publicity", "month", "2026-04", "seen", seen);
    }

    /** On the page with its figures; the button is there for those who sign. */
    private void isShownForSigning(BulletinDesk.Draft draft, Authority body) throws Exception {
        assertThat(clerk(Role.CREDIT_OFFICE).reads(PAGE).body())
                .contains("核对无误，签发", draft.seen(), body.name().zh(), "45%（5/11）", "个单位未列入", "本月报送不足 5 行", "没有该单位的登记信息");
        assertThat(clerk(Role.AUDITOR).reads(PAGE).body())
                .contains(body.name().zh(), "45%（5/11）")
                .doesNotContain("核对无误，签发");
        assertThat(clerk(Role.SOURCE_CLERK).reads(PAGE).status()).isEqualTo(403);
        assertThat(sign(Role.AUDITOR, draft.seen()).status()).isEqualTo(403);
        assertThat(sign(Role.SOURCE_CLERK, draft.seen()).status()).isEqualTo(403);
    }

    private void isRefused(Clerk.Seen answer, String why) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains(why);
    }

    private long deliveredReports() {
        return sql.sql("SELECT count(*) FROM intake.delivery WHERE type = ?")
                .param(TYPE)
                .query(Long.class)
                .single();
    }

    @Test
    void aMonthIsReportedOnceAndCountsForTheBodies() throws Exception {
        Authority prompt = last(1);
        Authority slow = last(2);
        Authority few = last(3);
        Authority unknown = last(4);
        today("2026-04-20");
        registered(prompt);
        registered(slow);
        registered(few);
        deliverAll(prompt, 0, 10, 0);
        deliverAll(slow, 20, 5, 5);
        deliverAll(few, 40, 0, 4);
        deliverAll(unknown, 50, 0, 6);
        deliver(slow, penalties(slow, base + 60, 1).set(0, "CF_JDRQ", "2025/01/08"), true);
        deliver(prompt, penalties(prompt, base + 65, 1).set(0, "CF_XDR_LB", "自然人"), false);

        today("2026-05-09");
        assertThat(april()).as("before the day of the pack").isEmpty();
        int waiting = bulletins.due();

        today("2026-05-11");
        deliverSpoilt();
        long before = deliveredReports();
        BulletinDesk.Draft draft = april().orElseThrow();
        assertThat(bulletins.due()).isEqualTo(waiting + 1);
        assertThat(leftOut(draft))
                .as("of whom nothing is said, and why")
                .contains(few.name().zh() + " FEW", unknown.name().zh() + " UNREGISTERED");
        isRefused(sign(Role.CREDIT_OFFICE, "0".repeat(64)), "没有签发。请重新核对");
        today("2026-04-25");
        deliverAll(slow, 90, 0, 1);
        today("2026-05-11");
        isRefused(sign(Role.CREDIT_OFFICE, draft.seen()), "统计数据在您查看之后有变动");
        assertThat(handedIn()).as("without a signature there is no report").isEmpty();
        assertThat(points(slow)).isEqualTo(90);
        draft = april().orElseThrow();
        isShownForSigning(draft, slow);
        assertThat(handedIn()).as("nobody who may not sign has signed").isEmpty();
        assertThat(sign(Role.CREDIT_OFFICE, draft.seen()).location()).isEqualTo(PAGE);
        Delivery report = deliveries.await(handedIn().orElseThrow().id(), Duration.ofSeconds(30));
        assertThat(report.state()).isEqualTo(Delivery.State.CLOSED);
        assertThat(report.source())
                .isEqualTo(
                        inForce.policy().authority("development").orElseThrow().code());
        assertThat(report.counts().accepted())
                .as("every row is answered, and none refused")
                .isEqualTo(report.counts().received())
                .isGreaterThanOrEqualTo(2);

        assertThat(told(prompt).orElseThrow().values())
                .containsEntry("SG_DC", "优良")
                .containsEntry("SG_JSL", "100")
                .as("a row about a person is refused here and held against nobody")
                .containsEntry("SG_HGL", "100")
                .containsEntry("SG_QJ", "2026年4月")
                .containsEntry("SG_TBRQ", "2026-05-11");
        RecordVersion poor = told(slow).orElseThrow();
        assertThat(poor.values()).containsEntry("SG_DC", "不合格").containsEntry("SG_JSL", "45");
        assertThat(poor.values().get("SG_NR"))
                .contains(slow.name().zh() + "报送行政许可、行政处罚信息11条", "在规定时限内报送5条，及时率45%；校验报送数据11行", "可以提出异议申请")
                .doesNotContain(" ");
        assertThat(told(few)).as("too few rows for a share").isEmpty();
        assertThat(organisations.findByCode(unknown.code()))
                .as("no stub is made of a body that the register does not know")
                .isEmpty();
        assertThat(points(prompt)).as("one more").isEqualTo(91);
        assertThat(points(slow)).as("four less").isEqualTo(86);

        today("2026-04-25");
        deliverAll(slow, 70, 30, 0);
        today("2026-05-12");
        assertThat(april()).isEmpty();
        assertThat(bulletins.due()).isEqualTo(waiting);
        isRefused(sign(Role.CREDIT_OFFICE, draft.seen()), "可能已经签发");
        assertThat(deliveredReports())
                .as("no second report, whatever came later")
                .isEqualTo(before + 1);
        RecordVersion still = told(slow).orElseThrow();
        assertThat(still.address()).isEqualTo(poor.address());
        assertThat(still.values()).isEqualTo(poor.values());
    }
}
