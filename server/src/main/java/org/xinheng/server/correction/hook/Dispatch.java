package org.xinheng.server.correction.hook;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.correction.notice.NoticeWriting;

/**
 * Keeps notices written and on their way: looks when woken and at least every few seconds, so that nothing depends on being
 * woken. Each consumer has at most one message of a kind and one probe under way; a slow one keeps nobody waiting.
 */
public final class Dispatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private static final Duration BREATH = Duration.ofMillis(50);

    private final NoticeWriting writing;
    private final Calls calls;
    private final Duration look;
    private final Semaphore woken = new Semaphore(0);
    private final Set<Long> probing = ConcurrentHashMap.newKeySet();
    private final ExecutorService calling = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile boolean open = true;

    /** What is called. */
    record Calls(List<Sender> senders, Probes probes) {

        Calls(Webhooks notices, Webhooks changes, Probes probes) {
            this(List.of(new Sender(notices), new Sender(changes)), probes);
        }
    }

    /** @param underWay consumers to which a message is under way */
    record Sender(Webhooks webhooks, Set<Long> underWay) {

        Sender(Webhooks webhooks) {
            this(webhooks, ConcurrentHashMap.newKeySet());
        }
    }

    /** @param look how long at most between two looks */
    Dispatch(NoticeWriting writing, Calls calls, Duration look) {
        this.writing = writing;
        this.calls = calls;
        this.look = look;
        thread = Thread.ofVirtual().name("corrections").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something happened: look now. */
    public void wake() {
        woken.release();
    }

    private void run() {
        boolean told = false;
        while (open) {
            try {
                while (writing.next()) {
                    callAll();
                }
                callAll();
                told = false;
            } catch (RuntimeException fault) {
                // Whatever it is, rules without an edition for the day included: a dead thread would never tell anybody
                // anything again.
                if (!told && open) {
                    log.warn("correction notices could not be written, trying on", Silenced.of(fault));
                    told = true;
                }
            }
            rest();
        }
    }

    /** However often it is woken, it leaves some time between two looks: what comes meanwhile is seen together. */
    private void rest() {
        try {
            Thread.sleep(BREATH);
            if (woken.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            open = false;
        }
    }

    private void callAll() {
        for (Sender sender : calls.senders()) {
            for (HookStore.Due due : sender.webhooks().due()) {
                call(sender.underWay(), due.consumer(), () -> sender.webhooks().deliver(due));
            }
        }
        List<Long> unprobed = calls.probes().due();
        for (long consumer : unprobed) {
            call(probing, consumer, () -> calls.probes().ask(consumer));
        }
    }

    @FunctionalInterface
    private interface Call {
        void go() throws InterruptedException;
    }

    private void call(Set<Long> underWay, long consumer, Call call) {
        if (!open || !underWay.add(consumer)) {
            return;
        }
        calling.execute(() -> {
            try {
                call.go();
            } catch (RuntimeException fault) {
                // Whatever it is, rules without an edition for the day included: a dead thread would never tell anybody
                // anything again.
                log.warn("a consumer of corrections could not be served, trying on", Silenced.of(fault));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                underWay.remove(consumer);
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.interrupt();
        calling.shutdownNow();
        thread.join(Duration.ofSeconds(5));
        if (!calling.awaitTermination(5, TimeUnit.SECONDS)) {
            log.warn("calls to consumers were still under way at the end");
        }
    }
}
