package org.xinheng.server.correction.hook;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;
import org.xinheng.server.correction.CorrectionSettings;
import org.xinheng.server.correction.hook.HookStore.Due;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.FullNotice;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeLog;
import org.xinheng.server.correction.notice.NoticeReading;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.seal.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a consumer what it has not been sent, oldest first, until there is nothing left or it does not take it; then it is
 * tried again later, and later still. That it took a message acknowledges nothing.
 */
final class Webhooks {

    private static final int DOUBLINGS = 20;

    private final HookStore store;
    private final Notices notices;
    private final Sending sending;
    private final CorrectionSettings settings;
    private final Clock clock;

    Webhooks(HookStore store, Notices notices, Sending sending, CorrectionSettings settings, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where notices come from, and the log of those given out. */
    record Notices(NoticeStore store, ConsumerStore consumers, NoticeReading reading, NoticeLog log) {}

    /** How they go out. */
    record Sending(Outbound outbound, SigningKey key, JsonMapper json) {}

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

    /** @param upTo ordinal of the last notice in it */
    private record Message(String address, String id, long upTo, byte[] body) {}

    private void keep(long consumer, long delivered, int failures) throws InterruptedException {
        Instant next = failures == 0 ? clock.instant() : clock.instant().plus(pause(failures));
        store.inTurn(() -> {
            store.state(consumer, delivered, failures, next);
            return true;
        });
    }

    private @Nullable Message message(long id, long delivered) throws InterruptedException {
        return store.inTurn(() -> {
            ConsumerStore.Entry consumer = notices.consumers().find(id).orElseThrow();
            String address = consumer.registration().webhook();
            long horizon = store.lastOwed(id);
            List<Notice> batch = notices.store().of(id, delivered, true, settings.batch());
            if (batch.isEmpty() && horizon > delivered) {
                // All up to the horizon was acknowledged before it could be sent.
                store.state(id, horizon, 0, clock.instant());
            }
            if (batch.isEmpty() || address == null) {
                return null;
            }
            notices.log().givenOut(new Actor(consumer.clientId(), Actor.Kind.CLIENT, null, Set.of()), batch);
            long upTo = batch.getLast().ordinal();
            return new Message(address, "corrections-" + id + "-" + upTo, upTo, body(batch));
        });
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

    private byte[] body(List<Notice> batch) {
        List<FullNotice> full = batch.stream().map(notices.reading()::full).toList();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "corrections");
        message.put("notices", full);
        message.put("next", Long.toString(batch.getLast().ordinal()));
        return sending.json().writeValueAsBytes(message);
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
