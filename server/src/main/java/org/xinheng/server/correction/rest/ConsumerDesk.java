package org.xinheng.server.correction.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.correction.AddressFault;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.Registration;
import org.xinheng.server.correction.hook.Dispatch;
import org.xinheng.server.correction.hook.HookStore;
import org.xinheng.server.correction.hook.OutboundAddress;
import org.xinheng.server.correction.notice.ConsumerStore;

/** Registers consumers and ends registrations. */
final class ConsumerDesk implements Consumers {

    private static final String PLACE = "{id}";

    private final ConsumerStore store;
    private final HookStore hooks;
    private final OutboundAddress addresses;
    private final Dispatch dispatch;
    private final Clock clock;

    ConsumerDesk(ConsumerStore store, HookStore hooks, OutboundAddress addresses, Dispatch dispatch, Clock clock) {
        this.store = store;
        this.hooks = hooks;
        this.addresses = addresses;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public Map<String, AddressFault> register(String clientId, Registration registration, String actor) {
        Map<String, AddressFault> faults = new LinkedHashMap<>();
        fault(registration.webhook()).ifPresent(fault -> faults.put("webhook", fault));
        probeFault(registration.probe()).ifPresent(fault -> faults.put("probe", fault));
        if (faults.isEmpty()) {
            Instant now = clock.instant();
            long consumer = store.register(clientId, registration, false, actor, now);
            hooks.tryAgain(consumer, now);
            if (registration.probe() != null) {
                hooks.probeAll(consumer, now);
            }
            dispatch.wake();
        }
        return faults;
    }

    private Optional<AddressFault> probeFault(@Nullable String probe) {
        if (probe == null) {
            return Optional.empty();
        }
        return probe.contains(PLACE)
                ? addresses.fault(probe.replace(PLACE, "a"))
                : Optional.of(AddressFault.PROBE_WITHOUT_ID);
    }

    private Optional<AddressFault> fault(@Nullable String address) {
        return address == null ? Optional.empty() : addresses.fault(address);
    }

    @Override
    public boolean close(String clientId, String actor) {
        Optional<ConsumerStore.Entry> entry = store.find(clientId).filter(found -> !found.closed());
        entry.ifPresent(found -> store.register(clientId, found.registration(), true, actor, clock.instant()));
        return entry.isPresent();
    }
}
