package org.xinheng.server.policy.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.packs.PackContent;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activation.Kind;
import org.xinheng.server.policy.Activation.State;
import org.xinheng.server.policy.PackRefused;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Holds the edition in force and puts the next one in its place at the beginning of its day (规则包切换). Whoever asks first on
 * that day finds it done: no job has to run. A thread looks too, so that it happens when nobody asks, and so that several
 * servers on one database hear of each other's decisions.
 */
public final class PackSwitch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PackSwitch.class);

    private static final String SWITCH = "switch";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final PackFolder folder;
    private final Editions editions;
    private final ActivationStore store;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Standing standing;
    private volatile boolean started;
    private boolean failing;
    private @Nullable Thread thread;

    private PackSwitch(PackFolder folder, Editions editions, ActivationStore store, Clock clock, Standing standing) {
        this.folder = folder;
        this.editions = editions;
        this.store = store;
        this.clock = clock;
        this.standing = standing;
    }

    /**
     * Takes up what was in force when the server stopped. From the first proposal on the folder alone changes nothing any more.
     *
     * @param pack what is in force as long as no activation was ever proposed
     * @throws PackRefused when that one has faults
     */
    public static PackSwitch start(
            PackFolder folder, Editions editions, ActivationStore store, Clock clock, String pack) throws IOException {
        long steps = store.steps();
        List<Activation> all = store.all();
        Edition edition = all.isEmpty()
                ? first(folder, editions, pack)
                : editions.find(standingVersion(all)).orElseThrow();
        if (!edition.policy().pack().equals(pack)) {
            log.warn(
                    "pack {} is in force; the start asked for {}",
                    edition.policy().pack(),
                    pack);
        }
        return new PackSwitch(folder, editions, store, clock, Standing.of(edition, all, steps, clock.getZone()));
    }

    private static String standingVersion(List<Activation> all) {
        return Standing.last(all, State.IN_FORCE)
                .map(Activation::version)
                .orElseGet(() -> all.getFirst().replaces());
    }

    private static Edition first(PackFolder folder, Editions editions, String pack) throws IOException {
        return switch (folder.read(pack)) {
            case PackLoading.Loaded(Policy loaded) -> {
                Edition edition = Edition.of(loaded, folder.packs());
                PackContent content = folder.content(pack);
                if (!content.version().equals(edition.version())) {
                    throw new IOException("the files of pack " + pack + " change while they are read");
                }
                editions.keep(edition, content);
                yield edition;
            }
            case PackLoading.Faulty(var faults) -> throw new PackRefused(pack, faults);
        };
    }

    /** What the rest of the server asks. */
    public PolicyInForce inForce() {
        return new PolicyInForce() {
            @Override
            public Policy policy() {
                return now().inForce().policy();
            }

            @Override
            public Optional<String> text(Rule rule) {
                return now().inForce().text(rule);
            }

            @Override
            public Optional<Policy> edition(String version) {
                return editions.find(version).map(Edition::policy);
            }
        };
    }

    public Optional<Activation> refused() {
        return Optional.ofNullable(now().refused());
    }

    Standing now() {
        Standing known = standing;
        return started && known.isDue(clock.instant()) ? look() : known;
    }

    /** Reads how the activations stand, and switches what is due. */
    Standing look() {
        if (lock.isHeldByCurrentThread()) {
            // Somebody who hears of a switch asks for the policy while it is being made.
            return standing;
        }
        lock.lock();
        try {
            read();
            while (standing.isDue(clock.instant())) {
                settle(standing.coming().getFirst());
                read();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn(
                        "changes of the rules cannot be seen to: {}",
                        e.getClass().getSimpleName());
            }
            failing = true;
            standing = standing.isDue(clock.instant())
                    ? standing.later(clock.instant().plus(RETRY))
                    : standing;
        } finally {
            lock.unlock();
        }
        return standing;
    }

    private void read() {
        long steps = store.steps();
        if (steps == standing.steps()) {
            return;
        }
        List<Activation> all = store.all();
        Edition edition = Standing.last(all, State.IN_FORCE)
                .map(current -> editions.find(current.version()).orElseThrow())
                .orElse(standing.inForce());
        standing = Standing.of(edition, all, steps, clock.getZone());
    }

    /** In force, or refused for good: whichever server writes it first, the others follow. */
    private void settle(Activation due) {
        String found = lying(due.pack());
        String before = standing.inForce().version();
        if (found.equals(due.version())) {
            Edition next = editions.find(due.version()).orElseThrow();
            boolean first = store.inForce(due, SWITCH, before, clock.instant());
            log.info("pack {} in force, edition {}{}", due.pack(), next.version(), first ? "" : ", by another server");
        } else {
            boolean _ = store.step(due.id(), Kind.REFUSED, SWITCH, found, clock.instant());
            log.error("the files of pack {} are not those that were approved; it is not switched on", due.pack());
        }
    }

    private String lying(String pack) {
        try {
            return folder.content(pack).version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Before the doors open and after all who listen to events are there. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** What came due while the server stood still is switched first. */
    @Override
    public synchronized void start() {
        started = true;
        look();
        thread = Thread.ofPlatform().daemon().name("packs").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
