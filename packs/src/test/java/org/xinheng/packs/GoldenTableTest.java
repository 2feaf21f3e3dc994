package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.GateDecision;
import org.xinheng.core.record.GateFacts;
import org.xinheng.core.record.PublishGate;

/** Windows and deadlines of all packs, written down once; the engine and a counter that walks day by day both give them. */
class GoldenTableTest {

    private static final Path HOLIDAYS = PackLoaderTest.PACKS.resolve("national/calendar/holidays.csv");
    private static final Map<String, Policy> LOADED = new HashMap<>();
    private static @Nullable DayByDay counter;

    @BeforeAll
    static void readTheHolidays() throws IOException {
        counter = new DayByDay(HOLIDAYS);
    }

    private static Policy policy(String pack) {
        return LOADED.computeIfAbsent(pack, name -> {
            try {
                return PackLoaderTest.load(PackLoaderTest.PACKS, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(ArgumentsAccessor row, int column) {
        return requireNonNull(row.getString(column));
    }

    private static LocalDate day(ArgumentsAccessor row, int column) {
        return LocalDate.parse(text(row, column));
    }

    @ParameterizedTest(name = "{0} {1} from {2}: {6}")
    @CsvFileSource(resources = "/golden/deadlines.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void aPeriodEndsOnTheDayWrittenDown(ArgumentsAccessor row) {
        LocalDate start = day(row, 2);
        int days = Integer.parseInt(text(row, 3));
        LocalDate due = day(row, 6);
        Policy policy = policy(text(row, 0));
        DeadlineRule rule = policy.deadline(text(row, 1), start);

        assertThat(rule.days()).isEqualTo(days);
        assertThat(rule.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isEqualTo(row.getString(4));
        List<DayByDay.Pause> pauses = pauses(row.getString(5));
        boolean working = rule.unit() == DeadlineRule.Unit.WORKING_DAYS;
        assertThat(requireNonNull(counter).due(start, days, working, pauses)).isEqualTo(due);
        DueDate found = DueDate.of(
                rule,
                policy.calendar(),
                start,
                pauses.stream()
                        .map(pause -> new DueDate.Pause(pause.first(), pause.last()))
                        .toList(),
                false);
        assertThat(found).isEqualTo(new DueDate(due, text(row, 7).equals("yes")));
    }

    private static List<DayByDay.Pause> pauses(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(pause -> pause.split("/"))
                        .map(days -> new DayByDay.Pause(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                        .toList();
    }

    @ParameterizedTest(name = "{0} {1} {4} decided {2} seen {3}: {9} {10}")
    @CsvFileSource(resources = "/golden/windows.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void aRecordIsShownUntilTheDayWrittenDown(ArgumentsAccessor row) {
        Policy policy = policy(text(row, 0));
        String type = text(row, 1);
        PublishGate gate = PublishGate.of(
                policy.recordType(type).orElseThrow(),
                requireNonNull(policy.gates().get(type)));
        LocalDate repair = row.get(11, LocalDate.class);
        GateDecision decision = gate.decide(facts(row), day(row, 3));

        switch (decision) {
            case GateDecision.Shown shown -> {
                assertThat(row.getString(9)).isEqualTo("shown");
                assertThat(shown.window().last()).isEqualTo(row.get(10, LocalDate.class));
                assertThat(shown.earliestRepair()).isEqualTo(repair);
            }
            case GateDecision.NotShown hidden -> {
                boolean over = decision.reasons().stream()
                        .anyMatch(reason -> reason.code().equals("gate.window-over"));
                assertThat(row.getString(9)).isEqualTo(over ? "over" : "hidden");
                assertThat(hidden.earliestRepair()).isEqualTo(repair);
            }
            case GateDecision.Held held -> throw new AssertionError(held);
        }
    }

    private static GateFacts facts(ArgumentsAccessor row) {
        String fine = row.getString(7);
        String validTo = row.getString(8);
        return new GateFacts(
                row.get(2, LocalDate.class),
                true,
                true,
                true,
                List.of(text(row, 4).split(";")),
                fine == null ? null : new BigDecimal(fine),
                null,
                row.getString(5),
                row.getString(6),
                null,
                validTo == null ? null : LocalDate.parse(validTo));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02, 12, 2027-04-01",
        "2026-01-31, 3, 2026-04-29",
        "2028-02-29, 12, 2029-02-27",
        "2026-05-31, 36, 2029-05-30",
        "2025-11-30, 3, 2026-02-27"
    })
    void theWindowOfSoManyMonthsEndsTheDayBefore(LocalDate decided, int months, LocalDate last) {
        assertThat(DayByDay.lastOfMonths(decided, months)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{1} decided {2}")
    @CsvFileSource(resources = "/golden/windows.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void theDayWrittenDownIsTheOneWalkedTo(ArgumentsAccessor row) {
        if (row.getString(10) == null) {
            return;
        }
        LocalDate decided = day(row, 2);
        LocalDate last = day(row, 10);
        boolean byValidity = last.toString().equals(row.getString(8));

        assertThat(byValidity
                        || last.equals(DayByDay.lastOfMonths(decided, 12))
                        || last.equals(DayByDay.lastOfMonths(decided, 36)))
                .as(decided + " to " + last)
                .isTrue();
    }

    @Test
    void aPeriodThatBeginsOnItsOwnDayCountsThatDay() {
        DeadlineRule plain = policy("national").deadline("withdrawal", LocalDate.of(2026, 2, 12));
        DeadlineRule sameDay = new DeadlineRule(
                plain.rule(),
                plain.clock(),
                plain.days(),
                plain.unit(),
                new DeadlineRule.Counting(DeadlineRule.FirstDay.SAME_DAY, null, null));

        assertThat(DueDate.of(plain, policy("national").calendar(), LocalDate.of(2026, 2, 12))
                        .date())
                .isEqualTo("2026-02-24");
        // 12, 13 and 14 February are worked: 14 February makes up for the Spring Festival.
        assertThat(DueDate.of(sameDay, policy("national").calendar(), LocalDate.of(2026, 2, 12))
                        .date())
                .isEqualTo("2026-02-14");
    }
}
