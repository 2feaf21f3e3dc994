package org.xinheng.server.measure.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.web.Formats;

/** The checks of one body are found without looking through those of everybody. */
class MadeChecksTest extends RecordsServer {

    private static final LocalDate FIRST = LocalDate.of(2031, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 5, 31);
    private static final long ID = 8_000_000_000_000_000_000L;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Nothing that the test writes stays. */
    private void undone(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private void asked(int number, String day, String actor, @Nullable String source) {
        sql.sql("""
                        INSERT INTO measure.receipt (id, asked_at, actor, actor_kind, matter, outcome, archive_position,
                            register_position, answer, source_id)
                        VALUES (:id, CAST(:at AS timestamptz), :actor, 'CLERK', 'permit-review', 'UNKNOWN', 0, 0, '{}', :source)
                        """)
                .param("id", ID + number)
                .param("at", day + "T09:00:00+08")
                .param("actor", actor)
                .param("source", source, java.sql.Types.VARCHAR)
                .update();
    }

    private static Actor reader(@Nullable String source) {
        return new Actor("reader", Actor.Kind.CLERK, source, Set.of(Permission.CHECK));
    }

    private List<Long> made(Actor reader, int limit) {
        return new FeedbackStore(sql, Formats.BEIJING)
                .madeBy(reader, FIRST, LAST, limit).stream()
                        .map(check -> check.receipt() - ID)
                        .toList();
    }

    @Test
    void thoseOfTheBodyAndOfTheReaderAreMixedTheNewestFirst() {
        undone(() -> {
            asked(1, "2031-05-02", "colleague", "market");
            asked(2, "2031-05-03", "reader", "ecology");
            asked(3, "2031-05-04", "stranger", "ecology");
            asked(4, "2031-05-05", "reader", null);
            asked(5, "2031-05-06", "reader", "market");
            asked(6, "2031-04-30", "reader", "market");
            asked(7, "2031-05-31", "colleague", "market");

            assertThat(made(reader("market"), 10)).containsExactly(7L, 5L, 4L, 2L, 1L);
            assertThat(made(reader("market"), 2)).containsExactly(7L, 5L);
            assertThat(made(reader(null), 10)).as("of no body").containsExactly(5L, 4L, 2L);
        });
    }

    @Test
    void eachArmOfTheQueryHasItsIndex() {
        undone(() -> {
            sql.sql("SET LOCAL enable_seqscan = off").update();
            String plan = String.join(
                    "\n",
                    sql.sql("EXPLAIN " + FeedbackStore.MADE_BY_BODY)
                            .param("from", FIRST.atStartOfDay(Formats.BEIJING).toOffsetDateTime())
                            .param("to", LAST.atStartOfDay(Formats.BEIJING).toOffsetDateTime())
                            .param("source", "market")
                            .param("actor", "reader")
                            .param("kind", "CLERK")
                            .param("limit", 50)
                            .query(String.class)
                            .list());
            assertThat(plan)
                    .contains("receipt_source_asked", "receipt_actor_asked")
                    .doesNotContain("Seq Scan");
        });
    }
}
