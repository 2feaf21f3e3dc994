package org.xinheng.server.intake.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.intake.store.DeliveryStore;

/** Nothing that goes wrong ends the thread that loads deliveries, and its end would be seen. */
class WorkerTest {

    @TempDir
    private Path folder;

    /** The database answers with an error of the machine: nothing is ever loaded, so that nothing else is needed. */
    @Test
    @SuppressWarnings("NullAway")
    void outlivesAnErrorAndItsHealthFollowsTheThread() throws Exception {
        var errors = new CountDownLatch(2);
        var sql = (JdbcClient)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {JdbcClient.class}, (_, _, _) -> {
                    errors.countDown();
                    throw new StackOverflowError("planted");
                });
        var worker = new Worker(
                new Worker.Loads(null, null, null, null),
                new DeliveryStore(sql),
                new IntakeConfiguration().staging(folder),
                new TransactionTemplate(),
                null);
        var health = new IntakeConfiguration().deliveryWorkerHealth(worker);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        worker.start();
        try {
            assertThat(errors.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            worker.stop();
        }

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).isEmpty();
    }
}
