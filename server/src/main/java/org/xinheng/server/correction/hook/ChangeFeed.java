package org.xinheng.server.correction.hook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.measure.SubscribedChanges;
import org.xinheng.server.measure.SubscribedChanges.Change;
import tools.jackson.databind.json.JsonMapper;

/** What subscribers of checks are told: that they should ask again. Nothing is owed for it. */
final class ChangeFeed implements Feed {

    private final HookStore store;
    private final ConsumerStore consumers;
    private final SubscribedChanges changes;
    private final JsonMapper json;
    private final int batch;

    /** @param batch most changes of one message */
    ChangeFeed(HookStore store, ConsumerStore consumers, SubscribedChanges changes, JsonMapper json, int batch) {
        this.store = store;
        this.consumers = consumers;
        this.changes = changes;
        this.json = json;
        this.batch = batch;
    }

    @Override
    public List<HookStore.Due> due(Instant now) {
        Map<String, Long> last = changes.last();
        return last.isEmpty()
                ? List.of()
                : store.changeHooks(now).stream()
                        .filter(hook -> last.getOrDefault(hook.client(), 0L)
                                > hook.due().delivered())
                        .map(HookStore.ChangeHook::due)
                        .toList();
    }

    @Override
    public @Nullable Message message(long id, long delivered) {
        ConsumerStore.Entry consumer = consumers.find(id).orElseThrow();
        String address = consumer.registration().webhook();
        List<Change> found = address == null ? List.of() : changes.givenOut(consumer.clientId(), delivered, batch);
        if (found.isEmpty() || address == null) {
            return null;
        }
        long upTo = found.getLast().cursor();
        return new Message(address, "check-subscriptions-" + id + "-" + upTo, upTo, body(found));
    }

    @Override
    public void state(long consumer, long delivered, int failures, Instant next) {
        store.changeState(consumer, delivered, failures, next);
    }

    private byte[] body(List<Change> found) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "check-subscriptions");
        message.put(
                "changes",
                found.stream()
                        .map(change -> Map.of(
                                "cursor", Long.toString(change.cursor()),
                                "subscription", Long.toString(change.subscription()),
                                "name", change.name(),
                                "matter", change.matter(),
                                "code", change.code(),
                                "seenAt", change.seenAt().toString(),
                                "action", SubscribedChanges.ASK_AGAIN))
                        .toList());
        message.put("next", Long.toString(found.getLast().cursor()));
        return json.writeValueAsBytes(message);
    }
}
