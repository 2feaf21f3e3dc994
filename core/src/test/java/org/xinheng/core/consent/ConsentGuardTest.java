package org.xinheng.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.consent.Ruling.Permitted;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.core.consent.Ruling.Refused;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;

/** A read gets what was granted and nothing else. */
class ConsentGuardTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
    private static final List<String> DATA = List.of("registration", "permits", "penalties", "honours", "tax");
    private static final List<String> READERS = List.of("bank-a", "bank-b", "guarantor");
    private static final List<String> PURPOSES = List.of("loan", "guarantee");
    private static final int READS = 100_000;

    private static Grant grant(int reads, Per per) {
        return new Grant(
                "bank-a",
                "loan",
                Set.of("permits", "penalties"),
                new DateWindow(LocalDate.of(2024, 1, 1), null),
                new Frequency(reads, per),
                new DateWindow(DAY, DAY.plusDays(30)));
    }

    private static Ruling rule(Grant grant, Standing standing, String reader, String purpose, Set<String> data) {
        return ConsentGuard.rule(grant, standing, new Reading(reader, purpose, data), 0, DAY);
    }

    @Test
    void givesAllThatWasGrantedWhenNothingIsNamed() {
        assertThat(rule(grant(1, Per.DAY), Standing.ACTIVE, "bank-a", "loan", Set.of()))
                .isEqualTo(new Permitted(Set.of("permits", "penalties")));
    }

    @Test
    void givesNoMoreThanIsAskedFor() {
        assertThat(rule(grant(1, Per.DAY), Standing.ACTIVE, "bank-a", "loan", Set.of("permits")))
                .isEqualTo(new Permitted(Set.of("permits")));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, bank-b, loan, permits, 0, 0, OTHER_READER",
        "REVOKED, bank-a, loan, permits, 0, 0, REVOKED",
        "PAUSED, bank-a, loan, permits, 0, 0, PAUSED",
        "ACTIVE, bank-a, loan, permits, 0, -1, NOT_YET",
        "ACTIVE, bank-a, loan, permits, 0, 31, OVER",
        "ACTIVE, bank-a, guarantee, permits, 0, 0, OTHER_PURPOSE",
        "ACTIVE, bank-a, loan, honours, 0, 0, OTHER_DATA",
        "ACTIVE, bank-a, loan, permits, 2, 0, TOO_OFTEN"
    })
    void refusesWhatWasNotGranted(
            Standing standing, String reader, String purpose, String data, int reads, int later, Refusal why) {
        Ruling ruling = ConsentGuard.rule(
                grant(2, Per.DAY), standing, new Reading(reader, purpose, Set.of(data)), reads, DAY.plusDays(later));

        assertThat(ruling).isEqualTo(new Refused(why));
    }

    @Test
    void aRevokedGrantNeverStandsAgain() {
        assertThat(Standing.after(List.of(Standing.Act.REVOKE, Standing.Act.RESUME, Standing.Act.PAUSE)))
                .isEqualTo(Standing.REVOKED);
        assertThat(Standing.after(List.of(Standing.Act.PAUSE, Standing.Act.RESUME)))
                .isEqualTo(Standing.ACTIVE);
    }

    /**
     * 100,000 reads against random grants whose organisations pause, resume and revoke between them; what was given out is
     * then looked through by somebody who knows nothing of the guard.
     */
    @Test
    void nothingIsGivenOutsidePurposeDataPeriodAndFrequency() {
        long seed = Long.getLong("seed", 20260316L);
        System.err.println("ConsentGuardTest seed " + seed);
        Random random = new Random(seed);
        int permitted = 0;
        for (int done = 0; done < READS; done += 200) {
            Story story = new Story(random);
            for (int read = 0; read < 200; read++) {
                story.live();
                story.read();
            }
            permitted += story.judge();
        }
        assertThat(permitted).isBetween(READS / 100, READS / 2);
    }

    /** One grant over some months, with everything that happened to it written down. */
    private static final class Story {

        private final Random random;
        private final Grant grant;
        private final List<Standing.Act> acts = new ArrayList<>();
        private final List<Given> given = new ArrayList<>();
        private LocalDate today;
        private boolean stopped;
        private boolean ended;

        private record Given(LocalDate day, Reading asked, Set<String> data, boolean stopped, boolean ended) {}

        Story(Random random) {
            this.random = random;
            LocalDate first = DAY.plusDays(random.nextInt(60));
            LocalDate decided = DAY.minusDays(random.nextInt(900));
            grant = new Grant(
                    one(READERS),
                    one(PURPOSES),
                    some(),
                    new DateWindow(decided, random.nextBoolean() ? null : decided.plusDays(random.nextInt(800))),
                    new Frequency(1 + random.nextInt(5), one(List.of(Per.values()))),
                    new DateWindow(first, first.plusDays(random.nextInt(120))));
            today = DAY;
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private Set<String> some() {
            Set<String> some = new HashSet<>();
            some.add(one(DATA));
            DATA.stream().filter(_ -> random.nextInt(3) == 0).forEach(some::add);
            return some;
        }

        /** Time goes on, and the organisation now and then changes its mind. */
        void live() {
            today = today.plusDays(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
            switch (random.nextInt(150)) {
                case 0 -> {
                    acts.add(Standing.Act.REVOKE);
                    ended = true;
                }
                case 1, 2, 3 -> {
                    acts.add(Standing.Act.PAUSE);
                    stopped = true;
                }
                case 4, 5, 6, 7, 8, 9 -> {
                    acts.add(Standing.Act.RESUME);
                    stopped = false;
                }
                default -> {}
            }
        }

        void read() {
            boolean honest = random.nextInt(3) > 0;
            Reading asked = honest
                    ? new Reading(grant.reader(), grant.purpose(), random.nextBoolean() ? Set.of() : Set.of(one(DATA)))
                    : new Reading(one(READERS), one(PURPOSES), random.nextBoolean() ? Set.of() : some());
            LocalDate since = grant.frequency().since(today);
            int reads = (int) given.stream()
                    .filter(earlier -> !earlier.day().isBefore(since))
                    .count();
            if (ConsentGuard.rule(grant, Standing.after(acts), asked, reads, today) instanceof Permitted(var data)) {
                given.add(new Given(today, asked, data, stopped, ended));
            }
        }

        /** @return how many were given */
        int judge() {
            for (Given one : given) {
                assertThat(one.asked().reader()).isEqualTo(grant.reader());
                assertThat(one.asked().purpose()).isEqualTo(grant.purpose());
                assertThat(one.data()).isNotEmpty().isSubsetOf(grant.data());
                if (!one.asked().data().isEmpty()) {
                    assertThat(one.data()).isSubsetOf(one.asked().data());
                }
                assertThat(one.day()).isAfterOrEqualTo(grant.life().first());
                assertThat(one.day()).isBeforeOrEqualTo(grant.life().last());
                assertThat(one.stopped() || one.ended()).isFalse();
                assertThat(inTheSameSpan(one.day()))
                        .isLessThanOrEqualTo(grant.frequency().reads());
            }
            return given.size();
        }

        private long inTheSameSpan(LocalDate day) {
            return given.stream()
                    .filter(other -> switch (grant.frequency().per()) {
                        case DAY -> other.day().equals(day);
                        case WEEK -> monday(other.day()).equals(monday(day));
                        case MONTH ->
                            other.day().getYear() == day.getYear()
                                    && other.day().getMonth() == day.getMonth();
                    })
                    .count();
        }

        private static LocalDate monday(LocalDate day) {
            LocalDate monday = day;
            while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
                monday = monday.minusDays(1);
            }
            return monday;
        }
    }
}
