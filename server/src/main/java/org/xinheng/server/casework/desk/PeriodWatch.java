package org.xinheng.server.casework.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;

/**
 * Watches the periods of open cases (时限监测) and takes down what follows when one ended unused. Several processes may watch: a step
 * is taken once. That an unanswered objection withholds its record does not wait for it: the mark has its first day.
 */
public final class PeriodWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PeriodWatch.class);
    private static final int AT_ONCE = 200;
    private static final int FIRST_AFTER_PART = 12;

    private final CaseStore store;
    private final CaseDesk desk;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("case-periods").unstarted(task));

    /** @param every how often it looks; the first time comes much sooner, for what fell due while the server was down */
    public PeriodWatch(CaseStore store, CaseDesk desk, Duration every) {
        this.store = store;
        this.desk = desk;
        this.every = every;
    }

    public void start() {
        long millis = every.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::attempt, millis / FIRST_AFTER_PART, millis, TimeUnit.MILLISECONDS);
    }

    /** What fails is tried again at the next turn, and shows in {@link #missing}. */
    private void attempt() {
        try {
            run();
        } catch (RuntimeException e) {
            log.warn("the periods of cases were not looked at: {}", e.getClass().getSimpleName());
        }
    }

    /** Looks at every open case once. @return how many steps were taken down */
    public int run() {
        int taken = 0;
        long after = 0;
        for (List<CaseFile> page = page(after); !page.isEmpty(); page = page(after)) {
            for (CaseFile file : page) {
                taken += runOut(file) ? 1 : 0;
            }
            after = page.getLast().id();
        }
        return taken;
    }

    /** One case that cannot go on keeps no other from going on. */
    private boolean runOut(CaseFile file) {
        try {
            return desk.runOut(file);
        } catch (RuntimeException e) {
            log.warn("case {}: {}", file.number(), e.getClass().getSimpleName());
            return false;
        }
    }

    private List<CaseFile> page(long after) {
        return store.list(Scope.ALL, true, after, AT_ONCE);
    }

    /** Cases in which something should have followed by yesterday and did not: then the watch is asleep or hindered. */
    public long missing() {
        LocalDate yesterday = desk.around().today().minusDays(1);
        long missing = 0;
        long after = 0;
        for (List<CaseFile> page = page(after); !page.isEmpty(); page = page(after)) {
            missing += page.stream()
                    .filter(file -> desk.escalationMissing(file, yesterday))
                    .count();
            after = page.getLast().id();
        }
        return missing;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
