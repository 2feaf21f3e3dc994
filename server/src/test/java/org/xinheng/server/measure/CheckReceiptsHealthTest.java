package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.measure.receipt.ReceiptNumbers;
import org.xinheng.server.measure.receipt.ReceiptStore;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.seal.SigningKey;

/** A server that can keep no receipts says so. */
@ExtendWith(FreshDatabase.class)
class CheckReceiptsHealthTest {

    @Test
    void isDownWithoutTheThread(DataSource database, @TempDir Path keys) throws Exception {
        var receipts = new Receipts(
                new ReceiptNumbers(JdbcClient.create(database), 0),
                new ReceiptStore(database, SigningKey.read(keys, "receipts"), Duration.ofSeconds(1)));
        var health = new MeasureConfiguration().checkReceiptsHealth(receipts);
        assertThat(java.util.Objects.requireNonNull(health.health()).getStatus())
                .isEqualTo(Status.UP);

        receipts.close();

        assertThat(java.util.Objects.requireNonNull(health.health()).getStatus())
                .isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).isEmpty();
    }
}
