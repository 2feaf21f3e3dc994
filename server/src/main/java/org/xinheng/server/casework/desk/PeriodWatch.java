package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;

/**
 * Watches the periods of open cases (时限监测) and takes down what follows when one ended unused. Several processes may watch: a step
 * is taken once. That an unanswered objection withholds its record does not wait for it: the mark has its first day.
 */
public final class PeriodWatch {

    private static final Logger log = LoggerFactory.getLogger(PeriodWatch.class);
    private static final int AT_ONCE = 200;

    private final CaseStore store;
    private final CaseDesk desk;

    public PeriodWatch(CaseStore store, CaseDesk desk) {
        this.store = store;
        this.desk = desk;
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

    /** One case that cannot go on keeps no other from going on; it shows in {@link #missing}. */
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
}
