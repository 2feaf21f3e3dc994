package org.xinheng.server.correction.hook;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.server.correction.CorrectionSettings;
import org.xinheng.server.correction.hook.HookStore.Unprobed;
import org.xinheng.server.correction.notice.ConsumerStore;

/** Asks a consumer for records that it acknowledged as removed: one that still serves them is found (核验探测). */
final class Probes {

    /** Where the opaque id of the record stands in an address. */
    static final String PLACE = "{id}";

    private final HookStore store;
    private final ConsumerStore consumers;
    private final Outbound outbound;
    private final CorrectionSettings settings;
    private final Clock clock;

    Probes(HookStore store, ConsumerStore consumers, Outbound outbound, CorrectionSettings settings, Clock clock) {
        this.store = store;
        this.consumers = consumers;
        this.outbound = outbound;
        this.settings = settings;
        this.clock = clock;
    }

    /** Consumers with something to be asked. */
    List<Long> due() {
        return store.toBeProbed(clock.instant());
    }

    /** What was found gone is never asked for again; one that does not answer is left alone until the next time. */
    void ask(long consumer) throws InterruptedException {
        String address = store.inTurn(() -> consumers
                .find(consumer)
                .map(entry -> entry.registration().probe())
                .orElse(null));
        List<Unprobed> copies = unprobed(consumer);
        while (address != null && !copies.isEmpty()) {
            if (answers(consumer, address, copies)) {
                copies = unprobed(consumer);
            } else {
                Instant now = clock.instant();
                store.probeLater(consumer, now, now.plus(settings.probeAgain()));
                copies = List.of();
            }
        }
    }

    private List<Unprobed> unprobed(long consumer) throws InterruptedException {
        return store.inTurn(() -> store.unprobed(consumer, clock.instant(), settings.batch()));
    }

    private boolean answers(long consumer, String address, List<Unprobed> copies) throws InterruptedException {
        List<Long> ordinals = new ArrayList<>();
        List<ProbeOutcome> outcomes = new ArrayList<>();
        boolean answered = true;
        for (Unprobed copy : copies) {
            ProbeOutcome outcome = outcome(address.replace(PLACE, copy.opaqueId()));
            ordinals.add(copy.ordinal());
            outcomes.add(outcome);
            answered = outcome != ProbeOutcome.UNANSWERED;
            if (!answered) {
                break;
            }
        }
        Instant now = clock.instant();
        store.inTurn(() -> {
            store.probed(consumer, ordinals, outcomes, now, now.plus(settings.probeAgain()));
            return true;
        });
        return answered;
    }

    private ProbeOutcome outcome(String address) throws InterruptedException {
        try {
            return ProbeOutcome.of(outbound.get(address));
        } catch (IOException away) {
            return ProbeOutcome.UNANSWERED;
        }
    }
}
