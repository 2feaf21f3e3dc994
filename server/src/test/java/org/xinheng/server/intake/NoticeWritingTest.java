package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.archive.RecordChanges.Kind;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.DutyStore;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.correction.notice.Standing;
import org.xinheng.server.measure.ToldClients;
import org.xinheng.server.policy.PolicyInForce;

/** Notices follow the archive by act and by day, also when nobody looked for days or writing broke off. */
class NoticeWritingTest extends RiggedIntake {

    private NoticeWriting.Stores stores;

    @BeforeEach
    void stores(DataSource database) {
        stores = new NoticeWriting.Stores(
                new NoticeStore(new JdbcTemplate(database)), new ConsumerStore(sql), new DutyStore(sql));
    }

    private NoticeWriting writing(ToldClients told) {
        return new NoticeWriting(
                rig.get(RecordChanges.class),
                stores,
                told,
                rig.get(PolicyInForce.class),
                new NoticeWriting.Time(rig.clock, new TransactionTemplate(rig.get(PlatformTransactionManager.class))));
    }

    /** Everything that happened until now. @return the notices written */
    private List<Notice> written() {
        long before = stores.notices().latest(null, 1).stream()
                .mapToLong(Notice::ordinal)
                .sum();
        var writing = writing((organisation, address) -> Set.of());
        boolean more = writing.next();
        while (more) {
            more = writing.next();
        }
        return stores.notices().after(before, 1000);
    }

    private void deliver(int count) throws Exception {
        var closed = rig.deliver(PenaltyFile.of(base, count));
        assertThat(closed.counts().accepted()).isEqualTo(count);
    }

    private String address(int organisation) {
        var code = PenaltyFile.code(organisation);
        long id = Objects.requireNonNull(rig.register.subjects(List.of(code)).get(code))
                .id();
        return rig.archive().currentOf(id).stream()
                .filter(record -> record.values().containsValue(PenaltyFile.number(organisation)))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private void day(LocalDate day) {
        rig.clock.set(day + "T04:00:00Z");
    }

    @Test
    void recordThatExpiresIsToldTheDayAfterItsLastOneOnceAndAlsoWhenNobodyLookedForDays() throws Exception {
        written();
        deliver(2);
        var expiring = address(base);
        var withdrawn = address(base + 1);
        var last = Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(rig.archive().find(expiring)).window())
                .last());
        rig.archive().end(withdrawn, Ending.WITHDRAWN, "文1", "撤回说明：原决定已经撤销。", "test");
        assertThat(written()).extracting(Notice::opaqueId).containsExactly(withdrawn);

        day(last);
        assertThat(written())
                .as("on its last day it stands")
                .extracting(Notice::opaqueId)
                .doesNotContain(expiring);
        day(last.plusDays(40));
        assertThat(written())
                .allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(Kind.EXPIRED))
                .extracting(Notice::opaqueId)
                .containsOnlyOnce(expiring)
                .doesNotContain(withdrawn);
        assertThat(written()).isEmpty();
        day(last.plusDays(41));
        assertThat(written()).isEmpty();
    }

    @Test
    void withholdingThatBeginsOnALaterDayIsToldOnThatDay() throws Exception {
        written();
        deliver(1);
        var record = address(base);
        var today = LocalDate.ofInstant(rig.clock.instant(), IntakeRig.ZONE);
        var first = today.plusDays(3);
        rig.get(RecordMarks.class)
                .change(record, List.of(RecordMarks.placed(RecordMark.Kind.WITHHELD, "case-1", first, "")), "test");
        assertThat(written()).as("nothing is withheld yet").isEmpty();

        day(first.minusDays(1));
        assertThat(written()).isEmpty();
        day(first);
        assertThat(written()).singleElement().satisfies(notice -> {
            assertThat(notice.opaqueId()).isEqualTo(record);
            assertThat(notice.kind()).isEqualTo(Kind.WITHHELD);
        });
        assertThat(written()).isEmpty();
    }

    @Test
    void whatBrokeOffInTheMiddleIsWrittenOnceAfterwards() throws Exception {
        written();
        deliver(5);
        for (int i = 0; i < 5; i++) {
            rig.archive().end(address(base + i), Ending.REPAIRED, "文" + i, "", "test");
        }
        long before = stores.notices().latest(null, 1).stream()
                .mapToLong(Notice::ordinal)
                .sum();
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var faulty = writing((organisation, address) -> {
            if (asked.incrementAndGet() == 3) {
                throw new IllegalStateException("planted");
            }
            return Set.of();
        });
        assertThatThrownBy(faulty::next).hasMessage("planted");
        assertThat(stores.notices().after(before, 10)).isEmpty();

        assertThat(written()).hasSize(5);
        assertThat(written()).isEmpty();
    }

    @Test
    void dutyThatIsNotAcknowledgedIsOverdueTheDayAfterItsLastOne() throws Exception {
        written();
        deliver(1);
        long consumer = stores.consumers()
                .register(
                        "bank-" + base,
                        new Registration("某银行", List.of(IntakeRig.PENALTY), null, null),
                        false,
                        "test",
                        rig.clock.instant());
        rig.archive().end(address(base), Ending.REPAIRED, "文1", "", "test");
        var notice = written().getFirst();

        assertThat(standing(consumer, notice.dueOn()).state()).isEqualTo(Standing.State.OPEN);
        assertThat(standing(consumer, notice.dueOn().plusDays(1)).state()).isEqualTo(Standing.State.OVERDUE);
        var late = notice.dueOn().plusDays(2);
        var acknowledged = stores.duties()
                .acknowledge(consumer, notice.number(), rig.clock.instant(), late)
                .orElseThrow();
        assertThat(acknowledged.inTime()).isFalse();
        assertThat(standing(consumer, late)).satisfies(standing -> {
            assertThat(standing.state()).isEqualTo(Standing.State.DONE);
            assertThat(standing.late()).isEqualTo(1);
        });
    }

    private Standing standing(long consumer, LocalDate day) {
        return stores.duties().standings(day).stream()
                .filter(standing -> standing.consumer() == consumer)
                .findFirst()
                .orElseThrow();
    }
}
