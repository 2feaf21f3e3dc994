package org.xinheng.server.evaluation.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.evaluation.EvaluationSettings;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.clock.StandingClock;

/** Each night every model runs once, in the hours that the installation has for it. */
class NightlyTest {

    private static final EvaluationSettings SETTINGS =
            new EvaluationSettings(1, 5, Duration.ofMinutes(5), Duration.ofDays(35), true, Duration.ofSeconds(5));

    private final Begun begun = new Begun();
    private final StandingClock clock = new StandingClock(Instant.EPOCH);
    private final Nightly nightly = new Nightly(begun, clock, SETTINGS);

    private void look(String at) {
        clock.set(at + ":00+08:00");
        nightly.look();
    }

    @Test
    void beginsEachModelOnceANight() {
        look("2026-06-10T00:59");
        assertThat(begun.runs).isEmpty();

        look("2026-06-10T01:00");
        begun.finished.add("enterprise 2026-06-10");
        look("2026-06-10T01:05");
        look("2026-06-10T12:00");
        assertThat(begun.runs).containsExactly("enterprise 2026-06-10 nightly");

        look("2026-06-11T04:59");
        assertThat(begun.runs).hasSize(2).last().isEqualTo("enterprise 2026-06-11 nightly");
    }

    @Test
    void beginsNothingWhenTheNightIsOver() {
        look("2026-06-10T05:00");
        assertThat(begun.runs).isEmpty();
    }

    @Test
    void doesNotRepeatWhatIsFinished() {
        begun.finished.add("enterprise 2026-06-10");
        look("2026-06-10T02:00");
        assertThat(begun.runs).isEmpty();
    }

    @Test
    void goesOnWithARunThatWasBrokenOffTheSameNight() {
        look("2026-06-10T02:00");
        look("2026-06-10T02:30");
        assertThat(begun.runs).containsExactly("enterprise 2026-06-10 nightly", "enterprise 2026-06-10 nightly");
    }

    @Test
    void dropsResultsWhoseTimeIsOver() {
        look("2026-06-10T02:00");
        assertThat(begun.dropped).containsExactly(Instant.parse("2026-05-05T18:00:00Z"));
    }

    @Test
    void hoursThatAreNoneAreRefusedByName() {
        assertThatThrownBy(() ->
                        new EvaluationSettings(5, 1, Duration.ofMinutes(5), Duration.ZERO, true, Duration.ofSeconds(5)))
                .hasMessageContaining("xinheng.evaluation.from-hour");
        assertThatThrownBy(
                        () -> new EvaluationSettings(1, 5, Duration.ZERO, Duration.ZERO, true, Duration.ofSeconds(5)))
                .hasMessageContaining("evaluation.look");
    }

    /** Takes down what is begun. */
    private static final class Begun implements Evaluations {

        private final List<String> runs = new ArrayList<>();
        private final Set<String> finished = new HashSet<>();
        private final List<Instant> dropped = new ArrayList<>();

        @Override
        public List<EvaluationModel> models() {
            return List.of(
                    requireNonNull(DemoCity.POLICY.instruments().evaluations().get("enterprise")));
        }

        @Override
        public Optional<Explained> explain(String model, Organisation organisation, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<Export> export(String model, LocalDate day) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public Optional<Run> start(String model, LocalDate day, String actor) {
            runs.add(model + " " + day + " " + actor);
            return Optional.empty();
        }

        @Override
        public boolean finished(String model, LocalDate day) {
            return finished.contains(model + " " + day);
        }

        @Override
        public void follow() {
            throw new AssertionError("the night follows nothing");
        }

        @Override
        public Optional<Said> lastSaid(String model, long organisation) {
            return Optional.empty();
        }

        @Override
        public int dropResultsBefore(Instant before) {
            dropped.add(before);
            return 0;
        }

        @Override
        public Optional<Stored> stored(long run, Organisation organisation) {
            return Optional.empty();
        }

        @Override
        public Optional<Run> run(long id) {
            return Optional.empty();
        }

        @Override
        public List<Run> runs(int limit) {
            return List.of();
        }
    }
}
