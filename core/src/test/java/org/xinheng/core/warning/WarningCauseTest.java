package org.xinheng.core.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.EarlyWarning.Span;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;
import org.xinheng.core.warning.WarningCause.Seen;

/** A cause warns once, on the days on which it counts. */
class WarningCauseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    private static final Rule RULE = new Rule(
            "early-warning.test",
            new Title("预警", "Warning"),
            new Validity(LocalDate.of(2020, 1, 1), null),
            new Basis("《测试办法》（虚构）", null, null, Basis.Level.HOUSE),
            Confidence.PROPOSED,
            "test.yaml:1");

    private static EarlyWarning rule(@Nullable String severity, int atLeast, Span span) {
        return new EarlyWarning(RULE, "penalty", severity, atLeast, span, List.of("market"));
    }

    private static Seen penalty(String address, @Nullable String severity, LocalDate decided) {
        return new Seen(address, "penalty", severity, decided);
    }

    @Test
    void threeWithinAYearAreOneCauseAndTheFourthIsPartOfIt() {
        var three = rule(null, 3, new Span.Within(Period.ofMonths(12)));
        var all = List.of(
                penalty("a", null, DAY.minusMonths(12)),
                penalty("b", null, DAY.minusMonths(12).plusDays(1)),
                penalty("c", null, DAY.minusDays(1)),
                penalty("d", null, DAY),
                new Seen("e", "honour", null, DAY));

        assertThat(WarningCause.of(three, all.subList(0, 3), Set.of(), DAY))
                .as("the first is twelve months old")
                .isEmpty();
        assertThat(WarningCause.of(three, all, Set.of(), DAY)).containsExactly("b", "c", "d");
        assertThat(WarningCause.of(three, all, Set.of("b", "c", "d"), DAY)).isEmpty();
        assertThat(WarningCause.of(three, all, Set.of("a", "b", "c"), DAY))
                .as("one that no warning named is no three")
                .isEmpty();
    }

    @Test
    void onlyTheClassThatIsAskedForWarns() {
        var severe = rule("severe", 1, new Span.Within(Period.ofMonths(3)));

        assertThat(WarningCause.of(
                        severe, List.of(penalty("a", "general", DAY), penalty("b", null, DAY)), Set.of(), DAY))
                .isEmpty();
        assertThat(WarningCause.of(severe, List.of(penalty("a", "severe", DAY)), Set.of(), DAY))
                .containsExactly("a");
        assertThat(WarningCause.of(severe, List.of(penalty("a", "severe", DAY.plusDays(1))), Set.of(), DAY))
                .as("a decision to come")
                .isEmpty();
    }

    @Test
    void aTermWarnsBeforeItsEndAndNotAfter() {
        var end = rule(null, 1, new Span.NearEnd(Period.ofYears(3), 60));
        LocalDate decided = LocalDate.of(2023, 8, 9);
        var one = List.of(penalty("a", null, decided));

        assertThat(WarningCause.of(end, one, Set.of(), LocalDate.of(2026, 6, 9)))
                .isEmpty();
        assertThat(WarningCause.of(end, one, Set.of(), LocalDate.of(2026, 6, 10)))
                .containsExactly("a");
        assertThat(WarningCause.of(end, one, Set.of(), LocalDate.of(2026, 8, 8)))
                .containsExactly("a");
        assertThat(WarningCause.of(end, one, Set.of(), LocalDate.of(2026, 8, 9)))
                .isEmpty();
    }

    @Test
    void everyTermThatCameNearItsEndIsAmongTheDays() {
        Random random = new Random(20260610);
        for (int i = 0; i < 20_000; i++) {
            var span = new Span.NearEnd(Period.ofMonths(1 + random.nextInt(40)), random.nextInt(70));
            LocalDate since = DAY.plusDays(random.nextInt(800));
            LocalDate day = since.plusDays(1 + random.nextInt(40));
            LocalDate decided = day.minus(span.term()).plusDays(random.nextInt(120) - 20);
            boolean on = counts(span, decided, day);
            var all = WarningCause.near(span, null, day);
            var fresh = WarningCause.near(span, since, day);
            if (on) {
                assertThat(decided).as("%s on %s", span, day).isBetween(all.from(), all.to());
            }
            if (on && !counts(span, decided, since)) {
                assertThat(decided).as("%s after %s on %s", span, since, day).isBetween(fresh.from(), fresh.to());
            }
        }
        var days = WarningCause.near(new Span.NearEnd(Period.ofYears(3), 60), DAY, DAY.plusDays(1));
        assertThat(ChronoUnit.DAYS.between(days.from(), days.to()))
                .as("few of them")
                .isLessThan(8);
    }

    private static boolean counts(Span span, LocalDate decided, LocalDate day) {
        return !WarningCause.of(rule(null, 1, span), List.of(penalty("a", null, decided)), Set.of(), day)
                .isEmpty();
    }
}
