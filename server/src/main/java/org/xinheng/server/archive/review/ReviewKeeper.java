package org.xinheng.server.archive.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.PublishGate;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.GateReview.Reviewed;
import org.xinheng.server.archive.review.ReviewLog.Done;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Has the archive judged anew at the first start, after a pack was switched on, and on the day on which an edition begins; what
 * was finished is not done again. Broken off, it begins anew and goes over what is in line already.
 */
final class ReviewKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewKeeper.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final GateReview review;
    private final ReviewLog log;
    private final PolicyInForce inForce;
    private final Clock clock;
    private final Duration lookEvery;
    private @Nullable Thread thread;

    ReviewKeeper(GateReview review, ReviewLog log, PolicyInForce inForce, Clock clock, Duration lookEvery) {
        this.review = review;
        this.log = log;
        this.inForce = inForce;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    /** Judges anew when there is a reason; empty when there is none. */
    Optional<Reviewed> look() {
        Policy policy = inForce.policy();
        Done now = new Done(policy.version(), LocalDate.ofInstant(clock.instant(), clock.getZone()));
        Done before = log.last().orElse(null);
        if (before != null
                && before.ruleVersion().equals(now.ruleVersion())
                && !PublishGate.editionBegins(policy, before.day(), now.day())) {
            return Optional.empty();
        }
        Reviewed reviewed = review.all();
        log.add(now, reviewed, clock.instant());
        if (reviewed.changed() > 0) {
            LOG.info("records judged anew: {} of {} have another decision", reviewed.changed(), reviewed.seen());
        }
        return Optional.of(reviewed);
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("gate-review").start(this::work);
    }

    private void work() {
        while (true) {
            try {
                look();
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.warn("records could not be judged anew", Silenced.of(e));
            }
            try {
                Thread.sleep(lookEvery);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        var working = thread;
        thread = null;
        if (working == null) {
            return;
        }
        working.interrupt();
        try {
            if (!working.join(PATIENCE_AT_STOP)) {
                LOG.warn("records are still being judged anew; this goes on after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
