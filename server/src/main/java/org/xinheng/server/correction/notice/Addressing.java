package org.xinheng.server.correction.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xinheng.server.archive.RecordChanges.Change;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.notice.ConsumerStore.Entry;
import org.xinheng.server.measure.ToldClients;

/**
 * To whom a notice goes: only those who had received the record. A client that a check told of it becomes a consumer by that;
 * whoever takes a type over in bulk received what was public; whoever declared a record holds it.
 */
final class Addressing {

    private final ConsumerStore consumers;
    private final ToldClients told;
    private final Map<Long, Entry> open = new HashMap<>();
    private final Map<String, Entry> byClient = new HashMap<>();
    private final Instant now;
    private final LocalDate today;

    /** Serves one round of writing. */
    Addressing(ConsumerStore consumers, ToldClients told, Instant now, LocalDate today) {
        this.consumers = consumers;
        this.told = told;
        this.now = now;
        this.today = today;
        consumers.open().forEach(this::remember);
    }

    private void remember(Entry entry) {
        open.put(entry.id(), entry);
        byClient.put(entry.clientId(), entry);
    }

    Set<Long> of(Change change) {
        Set<Long> addressed = new TreeSet<>();
        if (change.publicSince() != null && !change.publicSince().isAfter(today)) {
            for (Entry entry : open.values()) {
                if (entry.registration().types().contains(change.type())) {
                    addressed.add(entry.id());
                }
            }
        }
        consumers.holders(change.address()).stream().filter(open::containsKey).forEach(addressed::add);
        for (String client : told.of(change.organisationId(), change.address())) {
            Entry entry = byClient.get(client);
            addressed.add(entry == null ? enrol(client) : entry.id());
        }
        return addressed;
    }

    /** Also one that was closed: what it was told before, it must take back. */
    private long enrol(String client) {
        Entry known = consumers.find(client).orElse(null);
        if (known != null) {
            byClient.put(client, known);
            return known.id();
        }
        Registration reachedByFetching = new Registration(client, List.of(), null, null);
        long id = consumers.register(client, reachedByFetching, false, client, now);
        remember(new Entry(id, client, reachedByFetching, false));
        return id;
    }
}
