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
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Decision.Refused;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.testkit.code.CodeMint;

/** Law 12: a name attaches nothing, a human does, and what a human linked can be unlinked. */
class WaitingRowsTest extends RecordsServer {

    private static final String GROUND = "经电话向作出机关核实，确为该企业。";

    private static final Instant CLOCK_AT_NOON = Instant.parse("2026-06-11" + NOON);

    @Autowired
    WaitingRows waiting;

    @Autowired
    RegisterImport register;

    @Autowired
    RecordLoading loading;

    @Autowired
    PlatformTransactionManager transactions;

    /** A row of the n-th organisation without its code, in the queue. */
    private WaitingRow.Id waitingRow(int organisation) throws Exception {
        var delivery = deliver(penalties(organisation, 1).set(0, "CF_XDR_SHXYM", ""));
        assertThat(delivery.counts().waiting()).isEqualTo(1);
        return new WaitingRow.Id(delivery.id(), 2);
    }

    private long register(int organisation) {
        return Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(organisation), PenaltyFile.name(organisation)), 1)
                        .get(PenaltyFile.code(organisation)))
                .id();
    }

    private WaitingRow row(WaitingRow.Id id) {
        return waiting.find(id).orElseThrow();
    }

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
    void unlinkedRecordIsGoneAtOnceAndTheRowWaitsAgain() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        var before = archive.position();
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        var address = addressOf(base);
        var linked = archive.position();

        assertThat(waiting.unlink(id, "核实有误", "office")).isInstanceOf(Decision.Unlinked.class);

        assertThat(archive.currentOf(organisation)).isEmpty();
        assertThat(archive.find(address)).isNull();
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(row(id).state()).isEqualTo(State.WAITING);
        assertThat(archive.history(address, before)).isEmpty();
        assertThat(archive.history(address, linked).orElseThrow().ended()).isNull();
        assertThat(archive.history(address, archive.position()).orElseThrow().ended())
                .isNotNull()
                .extracting(Ended::ending)
                .isEqualTo(Ending.UNLINKED);
        assertThat(deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", ""))
                        .counts()
                        .waiting())
                .isEqualTo(1);
    }

    @Test
    void unlinkedRowCanBeLinkedToTheRightOneAndEvenToTheSameAgain() throws Exception {
        long right = register(base);
        long wrong = register(base + 1);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(wrong), GROUND, "office");
        waiting.unlink(id, "核实有误", "office");

        waiting.link(id, new Target.Known(right), GROUND, "office");
        assertThat(archive.currentOf(right)).hasSize(1);
        assertThat(archive.currentOf(wrong)).isEmpty();

        waiting.unlink(id, "核实有误", "office");
        assertThat(waiting.link(id, new Target.Known(right), GROUND, "office"))
                .isInstanceOfSatisfying(
                        Decision.Linked.class,
                        linked -> assertThat(linked.correction()).isFalse());
        assertThat(archive.currentOf(right))
                .singleElement()
                .satisfies(record -> assertThat(record.version()).isEqualTo(2));
    }

    @Test
    void aWrongLinkTakenBackDoesNotBarTheRowThatBringsTheCode() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        waiting.unlink(id, "核实有误", "office");

        assertThat(deliver(penalties(base, 1)).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }

    @Test
    void linkThatCorrectedARecordIsFollowedByWhatStoodBefore() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        today("2026-06-11");
        var corrected = deliver(penalties(base, 1)
                .set(0, "CF_XDR_SHXYM", "")
                .set(0, "CF_NR_FK", "6")
                .set(0, "CF_NR", "罚款人民币60000元。"));
        var id = new WaitingRow.Id(corrected.id(), 2);
        var organisation = organisation(base).id();

        assertThat(waiting.link(id, new Target.Known(organisation), GROUND, "office"))
                .isInstanceOfSatisfying(
                        Decision.Linked.class,
                        linked -> assertThat(linked.correction()).isTrue());
        assertThat(Objects.requireNonNull(archive.find(address)).values()).containsEntry("CF_NR_FK", "6");

        waiting.unlink(id, "核实有误", "office");

        assertThat(Objects.requireNonNull(archive.find(address))).satisfies(record -> {
            assertThat(record.values()).containsEntry("CF_NR_FK", "5");
            assertThat(record.version()).isEqualTo(3);
        });
        assertThat(archive.history(address, archive.position()).orElseThrow().versions())
                .hasSize(3);
        assertThat(deliver(penalties(base, 1)).counts().unchanged()).isEqualTo(1);
    }

    @Test
    void rowThatCameWithItsCodeSinceIsSettledWithoutAVersion() throws Exception {
        var id = waitingRow(base);
        today("2026-06-12");
        deliver(penalties(base, 1));
        var organisation = organisation(base).id();

        assertThat(waiting.candidates(row(id)).getFirst().record()).isEqualTo(addressOf(base));
        assertThat(waiting.link(id, new Target.Known(organisation), GROUND, "office"))
                .isEqualTo(new Decision.StoodAlready(addressOf(base)));
        assertThat(archive.currentOf(organisation))
                .singleElement()
                .satisfies(record -> assertThat(record.version()).isEqualTo(1));
        assertThat(waiting.unlink(id, "核实有误", "office")).isInstanceOf(Decision.Unlinked.class);
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }

    @Test
    void linkWhoseRecordADeliveryCarriesFurtherIsNotTakenBack() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        deliver(penalties(base, 1));

        assertThat(waiting.unlink(id, "核实有误", "office")).isEqualTo(Refused.of(Refusal.LATER_VERSION));
        assertThat(row(id).state()).isEqualTo(State.LINKED);
        assertThat(archive.currentOf(organisation)).hasSize(1);
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
    void rowThatWaitedUntilTheRegisterLearnedItsNameKeepsItsFirstReceipt() throws Exception {
        organisations.openStubs(Map.of(PenaltyFile.code(base), "完全不同的名称有限公司"), 1);
        assertThat(deliver(penalties(base, 1)).counts().waiting()).isEqualTo(1);
        renamed(base);
        today("2026-07-20");

        var again = deliver(penalties(base, 1));

        assertThat(again.counts().accepted()).isEqualTo(1);
        assertThat(archive.currentOf(organisation(base).id()))
                .singleElement()
                .satisfies(record -> assertThat(record.receivedAt()).isEqualTo("2026-06-10" + NOON));
        assertThat(receivedOn(again)).containsExactly("2026-06-10");
    }

    @Test
    void documentThatComesAgainWithItsCodeKeepsItsFirstReceipt() throws Exception {
        waitingRow(base);
        today("2026-07-20");

        var again = deliver(penalties(base, 2));

        assertThat(again.counts().accepted()).isEqualTo(2);
        assertThat(receivedOn(again)).containsExactly("2026-06-10", "2026-07-20");
    }

    @Test
    void numberThatWaitsForOneOrganisationStopsNoClockForAnother() throws Exception {
        waitingRow(base);
        today("2026-07-20");

        var other = deliver(penalties(base + 1, 1).set(0, "CF_WSH", PenaltyFile.number(base)));

        assertThat(other.counts().accepted()).isEqualTo(1);
        assertThat(receivedOn(other)).containsExactly("2026-07-20");
    }

    private List<String> receivedOn(Delivery delivery) {
        return sql.sql("SELECT received_on::text FROM intake.timeliness WHERE act_id = :act ORDER BY 1")
                .param("act", delivery.id())
                .query(String.class)
                .list();
    }

    private void renamed(int organisation) {
        var row = new RegisterRow(
                2,
                PenaltyFile.name(organisation),
                PenaltyFile.code(organisation),
                List.of(),
                Organisation.State.EXISTING,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var outcomes = new TransactionTemplate(transactions)
                .execute(_ -> register.open(1, "register").add(List.of(row)));
        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.answer()).isEqualTo(RegisterOutcome.Answer.ACCEPTED));
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
