package org.xinheng.server.correction.hook;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.correction.CorrectionSettings;
import org.xinheng.server.correction.hook.Feed.Message;
import org.xinheng.server.correction.hook.HookStore.Due;
import org.xinheng.server.seal.SigningKey;

/**
 * Sends a consumer what it has not been sent, oldest first, until there is nothing left or it does not take it; then it is
 * tried again later, and later still.
 */
final class Webhooks {

    private static final int DOUBLINGS = 20;

    private final HookStore store;
    private final Feed feed;
    private final Sending sending;
    private final CorrectionSettings settings;
    private final Clock clock;

    Webhooks(HookStore store, Feed feed, Sending sending, CorrectionSettings settings, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    /** How they go out. */
    record Sending(Outbound outbound, SigningKey key) {}

    List<Due> due() {
        return feed.due(clock.instant());
    }

    void deliver(Due due) throws InterruptedException {
        long delivered = due.delivered();
        int failures = due.failures();
        @Nullable Message message = message(due.consumer(), delivered);
        while (message != null) {
            boolean taken = taken(message);
            delivered = taken ? message.upTo() : delivered;
            failures = taken ? 0 : failures + 1;
            keep(due.consumer(), delivered, failures);
            message = taken ? message(due.consumer(), delivered) : null;
        }
    }

    private void keep(long consumer, long delivered, int failures) throws InterruptedException {
        Instant next = failures == 0 ? clock.instant() : clock.instant().plus(pause(failures));
        store.inTurn(() -> {
            feed.state(consumer, delivered, failures, next);
            return true;
        });
    }

    private @Nullable Message message(long consumer, long delivered) throws InterruptedException {
        return store.inTurn(() -> feed.message(consumer, delivered));
    }

    private boolean taken(Message message) throws InterruptedException {
        try {
            int status = sending.outbound()
                    .post(
                            message.address(),
                            message.body(),
                            headers(message.id(), clock.instant().getEpochSecond(), message.body()));
            return status >= 200 && status < 300;
        } catch (IOException away) {
            return false;
        }
    }

    private Map<String, String> headers(String id, long timestamp, byte[] body) {
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", MessageSignature.of(sending.key(), id, timestamp, body),
                "xinheng-key-id", sending.key().id());
    }

    private Duration pause(int failures) {
        Duration doubled = settings.retryFirst().multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return doubled.compareTo(settings.retryLongest()) > 0 ? settings.retryLongest() : doubled;
    }
}
