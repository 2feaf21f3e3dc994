package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Decision.Refused;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.testkit.code.CodeMint;

/** Law 12: a name attaches nothing, a human does. */
class WaitingRowsTest extends WaitingRowsServer {

    private static final Instant CLOCK_AT_NOON = Instant.parse("2026-06-11" + NOON);

    @Autowired
    RecordLoading loading;

    @Autowired
    PlatformTransactionManager transactions;

    private SourceScope of(String... sources) {
        return new SourceScope(false, Set.of(sources));
    }

    @Test
    void rowWithoutCodeWaitsWithCandidatesAndIsOnNobodysPage() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);

        assertThat(archive.currentOf(organisation)).isEmpty();
        var row = row(id);
        assertThat(row.state()).isEqualTo(State.WAITING);
        assertThat(row.values()).containsEntry("CF_WSH", PenaltyFile.number(base));
        assertThat(waiting.candidates(row)).anySatisfy(candidate -> {
            assertThat(candidate.organisation().id()).isEqualTo(organisation);
            assertThat(candidate.record()).isNull();
        });
        assertThat(waiting.list(State.WAITING, of(market.code()), null, 500).rows())
                .extracting(WaitingRow::id)
                .contains(id);
        assertThat(waiting.list(State.WAITING, of(ecology.code()), null, 500).rows())
                .extracting(WaitingRow::id)
                .doesNotContain(id);
    }

    @Test
    void linkedRowIsAVersionWithItsFirstReceipt() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        today("2026-06-25");

        var decision = waiting.link(id, new Target.Known(organisation), GROUND, "office");

        assertThat(decision).isInstanceOfSatisfying(Decision.Linked.class, linked -> {
            assertThat(linked.correction()).isFalse();
            assertThat(publicRecords.find(linked.address(), day())).isInstanceOf(Sight.Visible.class);
        });
        assertThat(archive.currentOf(organisation)).singleElement().satisfies(record -> {
            assertThat(record.receivedAt()).isEqualTo("2026-06-10" + NOON);
            assertThat(record.activatedAt()).isAfterOrEqualTo("2026-06-25" + NOON);
            assertThat(record.sourceCode()).isEqualTo(market.code());
        });
        assertThat(row(id).state()).isEqualTo(State.LINKED);
        assertThat(Objects.requireNonNull(row(id).settlement()).ground()).isEqualTo(GROUND);
        var received = sql.sql("SELECT received_on::text || ' ' || published_on FROM intake.timeliness WHERE act_id ="
                        + " (SELECT act_id FROM intake.waiting WHERE delivery_id = :delivery AND row_no = 2)")
                .param("delivery", id.deliveryId())
                .query(String.class)
                .single();
        assertThat(received).isEqualTo("2026-06-10 2026-06-25");
    }

    @Test
    void linkedRowDeliveredAgainIsUnchanged() throws Exception {
        long organisation = register(base);
        waiting.link(waitingRow(base), new Target.Known(organisation), GROUND, "office");

        var again = deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", ""));

        assertThat(again.counts()).isEqualTo(new RowCounts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void rowIsLinkedOnceOnly() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(organisation), GROUND, "office");

        assertThat(waiting.link(id, new Target.Known(register(base + 1)), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.NOT_WAITING));
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }

    @Test
    void ofTwoHumansAtOnceOneLinksAndTheOtherIsTold() throws Exception {
        long one = register(base);
        long other = register(base + 1);
        var id = waitingRow(base);
        Decision first;
        Decision second;
        try (var humans = Executors.newFixedThreadPool(2)) {
            var left = humans.submit(() -> waiting.link(id, new Target.Known(one), GROUND, "left"));
            var right = humans.submit(() -> waiting.link(id, new Target.Known(other), GROUND, "right"));
            first = left.get();
            second = right.get();
        }

        assertThat(List.of(first, second)).hasAtLeastOneElementOfType(Decision.Linked.class);
        assertThat(List.of(first, second)).contains(Refused.of(Refusal.NOT_WAITING));
        assertThat(archive.currentOf(one).size() + archive.currentOf(other).size())
                .isEqualTo(1);
    }

    @Test
    void withdrawnRecordTakesNoLink() throws Exception {
        deliver(penalties(base, 1));
        archive.withdraw(
                addressOf(base),
                new org.xinheng.server.archive.Archive.Withdrawal("revoked", "文1号", null, "原决定已撤销，当事人无违法行为。"),
                "test");
        today("2026-06-12");
        var id = new WaitingRow.Id(
                deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", "")).id(), 2);

        assertThat(waiting.link(id, new Target.Known(organisation(base).id()), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.RECORD_ENDED));
        assertThat(row(id).state()).isEqualTo(State.WAITING);
    }

    @Test
    void codeThatFailsItsCheckIsTakenOnTheAuthoritysWord() throws Exception {
        var code = CodeMint.withWrongCheck(PenaltyFile.code(base), new Random(1));
        var delivery = deliver(penalties(base, 2).set(0, "CF_XDR_SHXYM", code));
        var id = new WaitingRow.Id(delivery.id(), 2);
        assertThat(row(id).cause()).isEqualTo(RowCause.CHECK_CHARACTER);

        assertThat(waiting.confirmCode(id, "登记机关确认该代码属实。", "office")).isInstanceOf(Decision.Linked.class);

        var organisation = organisations.findByCode(code).orElseThrow();
        assertThat(organisation.name()).isEqualTo(PenaltyFile.name(base));
        assertThat(archive.currentOf(organisation.id())).hasSize(1);
    }

    @Test
    void codeOfAnotherNameIsNotConfirmedBlindly() throws Exception {
        var code = CodeMint.withWrongCheck(PenaltyFile.code(base), new Random(1));
        organisations.openStubs(Map.of(code, "完全不同的名称有限公司"), 1);
        var delivery = deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", code));

        assertThat(waiting.confirmCode(new WaitingRow.Id(delivery.id(), 2), "登记机关确认该代码属实。", "office"))
                .isEqualTo(new Refused(Refusal.OTHER_NAME, "完全不同的名称有限公司"));
    }

    @Test
    void onlyACodeCanBeConfirmed() throws Exception {
        assertThat(waiting.confirmCode(waitingRow(base), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.NOTHING_TO_CONFIRM));
    }

    @Test
    void codeFoundOutSinceOpensAStubWhenItIsValid() throws Exception {
        var id = waitingRow(base);

        assertThat(waiting.link(id, new Target.Coded("9199010100000000"), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.NO_SUCH_ORGANISATION));
        assertThat(waiting.link(
                        id,
                        new Target.Coded(PenaltyFile.code(base).toLowerCase(java.util.Locale.ROOT)),
                        GROUND,
                        "office"))
                .isInstanceOf(Decision.Linked.class);
        assertThat(archive.currentOf(organisation(base).id())).hasSize(1);
    }

    @Test
    void returnedRowLeavesTheQueueAndComesBackWhenItIsDeliveredAgain() throws Exception {
        var id = waitingRow(base);

        assertThat(waiting.giveBack(id, "请补报统一社会信用代码。", "office")).isInstanceOf(Decision.Returned.class);
        assertThat(row(id).state()).isEqualTo(State.RETURNED);
        assertThat(waiting.giveBack(id, "请补报。", "office")).isEqualTo(Refused.of(Refusal.NOT_WAITING));

        deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", ""));
        assertThat(row(id).state()).isEqualTo(State.WAITING);
        assertThat(row(id).receivedAt()).isEqualTo("2026-06-10" + NOON);
    }

    @Test
    void recordThatADeliveryIsJustLoadingTakesNoLink() throws Exception {
        deliver(penalties(base, 1));
        today("2026-06-11");
        var late = deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", "").set(0, "CF_NR_FK", "6"));
        var organisation = organisation(base).id();
        var record = archive.currentOf(organisation).getFirst();
        loadWithoutActivation(organisation, record.recordId());

        assertThat(waiting.link(new WaitingRow.Id(late.id(), 2), new Target.Known(organisation), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.BEING_LOADED));
        assertThat(row(new WaitingRow.Id(late.id(), 2)).state()).isEqualTo(State.WAITING);
    }

    /** As a slice of a delivery does before the delivery is closed. */
    private void loadWithoutActivation(long organisation, long record) {
        var version = new NewVersion(
                organisation,
                record,
                2,
                day(),
                market.code(),
                new Publication(Publication.Gate.HELD, null, null, null, false, "gate.no-window"),
                CLOCK_AT_NOON,
                "newer".getBytes(UTF_8));
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> loading.load(
                        new RecordLoading.Delivery(loading.nextActId(), 1, market.code(), false), List.of(version)));
    }

    @Test
    void unknownRowIsRefused() {
        assertThat(waiting.link(new WaitingRow.Id(1, 1), new Target.Known(1), GROUND, "office"))
                .isEqualTo(Refused.of(Refusal.NO_SUCH_ROW));
    }
}
