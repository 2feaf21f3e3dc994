package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.measure.receipt.GroupCommit;
import org.xinheng.server.measure.receipt.ReceiptNumbers;
import org.xinheng.server.measure.receipt.ReceiptStore;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.measure.sight.Positions;

/** A server that can keep no receipts says so. */
@ExtendWith(FreshDatabase.class)
class CheckReceiptsHealthTest {

    @Test
    void isDownWithoutTheThread(DataSource database) throws Exception {
        var store = new ReceiptStore(new JdbcTemplate(database));
        var commits = new GroupCommit(
                store,
                new NoLog(),
                () -> new Positions(1, 1),
                new TransactionTemplate(new JdbcTransactionManager(database)));
        var receipts = new Receipts(new ReceiptNumbers(JdbcClient.create(database), 0), commits, store);
        var health = new MeasureConfiguration().checkReceiptsHealth(receipts);
        assertThat(java.util.Objects.requireNonNull(health.health()).getStatus())
                .isEqualTo(Status.UP);

        receipts.close();

        assertThat(java.util.Objects.requireNonNull(health.health()).getStatus())
                .isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).isEmpty();
    }

    private static final class NoLog implements AccessLog {
        @Override
        public void read(
                Actor actor, String what, @org.jspecify.annotations.Nullable Long organisationId, String purpose) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(java.util.List<Read> reads) {
            throw new UnsupportedOperationException();
        }
    }
}
