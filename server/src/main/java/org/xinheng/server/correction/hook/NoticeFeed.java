package org.xinheng.server.correction.hook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.FullNotice;
import org.xinheng.server.correction.notice.Notice;
import org.xinheng.server.correction.notice.NoticeLog;
import org.xinheng.server.correction.notice.NoticeReading;
import org.xinheng.server.correction.notice.NoticeStore;
import tools.jackson.databind.json.JsonMapper;

/** Notices of corrections; that a webhook took one acknowledges nothing. */
final class NoticeFeed implements Feed {

    private final HookStore store;
    private final Notices notices;
    private final JsonMapper json;
    private final Clock clock;
    private final int batch;

    /** @param batch most notices of one message */
    NoticeFeed(HookStore store, Notices notices, JsonMapper json, Clock clock, int batch) {
        this.store = store;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
        this.batch = batch;
    }

    /** Where notices come from, and the log of those given out. */
    record Notices(NoticeStore store, ConsumerStore consumers, NoticeReading reading, NoticeLog log) {}

    @Override
    public List<HookStore.Due> due(Instant now) {
        return store.due(now);
    }

    @Override
    public @Nullable Message message(long id, long delivered) {
        ConsumerStore.Entry consumer = notices.consumers().find(id).orElseThrow();
        String address = consumer.registration().webhook();
        long horizon = store.lastOwed(id);
        List<Notice> found = notices.store().of(id, delivered, true, batch);
        if (found.isEmpty() && horizon > delivered) {
            // All up to the horizon was acknowledged before it could be sent.
            store.state(id, horizon, 0, clock.instant());
        }
        if (found.isEmpty() || address == null) {
            return null;
        }
        notices.log().givenOut(new Actor(consumer.clientId(), Actor.Kind.CLIENT, null, Set.of()), found);
        long upTo = found.getLast().ordinal();
        return new Message(address, "corrections-" + id + "-" + upTo, upTo, body(found));
    }

    @Override
    public void state(long consumer, long delivered, int failures, Instant next) {
        store.state(consumer, delivered, failures, next);
    }

    private byte[] body(List<Notice> found) {
        List<FullNotice> full = found.stream().map(notices.reading()::full).toList();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "corrections");
        message.put("notices", full);
        message.put("next", Long.toString(found.getLast().ordinal()));
        return json.writeValueAsBytes(message);
    }
}
