package org.xinheng.server.cli;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.xinheng.server.evaluation.advice.Advising;
import org.xinheng.server.evaluation.given.Giving;

/** A run of the default model over the made-up city, as on every night, and what it brings: advice after poor grades, grades given by rule. */
final class DemoAdvice {

    private static final String RUNS = "/api/v1/evaluations";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(DemoAdvice.class);

    private final ApiClient office;
    private final Advising advising;
    private final Giving giving;

    DemoAdvice(ApplicationContext server, ApiClient office) {
        this.office = office;
        this.advising = server.getBean(Advising.class);
        this.giving = server.getBean(Giving.class);
    }

    /** @return code of one that was advised, the least of those that were: whoever stands on a severe list is poor */
    String give() {
        String run = RUNS + "/" + office.post(RUNS, Map.of()).path("id").asString();
        office.await(run, answer -> answer.path("finished").asBoolean(), PATIENCE);
        try {
            advising.look();
        } catch (IllegalStateException e) {
            LOG.warn("some of the made-up city were not advised yet", e);
        }
        giving.look();
        return office.all(RUNS + "/advice").stream()
                .map(one -> one.path("code").asString())
                .filter(code -> !code.isEmpty())
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("nobody in the made-up city was advised"));
    }
}
