package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.evaluation.EvaluationSettings;
import org.xinheng.server.evaluation.Evaluations;

/**
 * Every night, each model over the whole place (每夜评价): what time alone brought about, fading and expiry, is in the results of the
 * day. A run that was broken off goes on when the server is back in the same night.
 */
final class Nightly implements AutoCloseable {

    static final String ACTOR = "nightly";
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);

    private final Evaluations evaluations;
    private final Clock clock;
    private final EvaluationSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("nightly-evaluation").unstarted(task));

    Nightly(Evaluations evaluations, Clock clock, EvaluationSettings settings) {
        this.evaluations = evaluations;
        this.clock = clock;
        this.settings = settings;
    }

    void start() {
        long millis = settings.look().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::attempt, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What fails is tried again at the next look. */
    private void attempt() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("nightly evaluations could not be begun, trying on", Silenced.of(e));
        }
    }

    /** Begins what is not finished: a run that works or waits is not begun twice, one that was broken off goes on. */
    void look() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        if (now.getHour() < settings.fromHour() || now.getHour() >= settings.untilHour()) {
            return;
        }
        LocalDate today = now.toLocalDate();
        for (EvaluationModel model : evaluations.models()) {
            if (!evaluations.finished(model.id(), today)) {
                evaluations.start(model.id(), today, ACTOR);
            }
        }
        evaluations.dropResultsBefore(clock.instant().minus(settings.keepResults()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
