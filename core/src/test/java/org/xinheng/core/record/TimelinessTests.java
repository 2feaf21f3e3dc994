package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.calendar.SpecialDay;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** Seven working days from decision to receipt, over the Spring Festival of 2026 and into a year without notice. */
class TimelinessTests {

    private static final WorkingCalendar CALENDAR = calendar();
    private static final DeadlineRule SEVEN_DAYS = new DeadlineRule(
            new Rule(
                    "publication",
                    new Title("双公示上网时限", "Publication"),
                    new Validity(LocalDate.of(1949, 10, 1), null),
                    new Basis("通知", null, null, Basis.Level.NOTICE),
                    Confidence.CONFIRMED,
                    "test"),
            "publication",
            7,
            DeadlineRule.Unit.WORKING_DAYS);

    /** 2026: 15–23 February off, 14 and 28 February worked; domain.md section 12. */
    private static WorkingCalendar calendar() {
        List<SpecialDay> days = new ArrayList<>();
        for (int day = 15; day <= 23; day++) {
            days.add(new SpecialDay(LocalDate.of(2026, 2, day), true, "春节", "notice"));
        }
        days.add(new SpecialDay(LocalDate.of(2026, 2, 14), false, "春节", "notice"));
        days.add(new SpecialDay(LocalDate.of(2026, 2, 28), false, "春节", "notice"));
        return WorkingCalendar.of(days, List.of(2026));
    }

    private static Timeliness from(String decided, String received, String published) {
        return Timeliness.of(
                LocalDate.parse(decided), LocalDate.parse(received), LocalDate.parse(published), SEVEN_DAYS, CALENDAR);
    }

    @Test
    void sevenWorkingDaysFromTheTwelfthOfFebruaryEndOnTheWorkedSaturday() {
        Timeliness last = from("2026-02-12", "2026-02-28", "2026-02-28");
        assertThat(last.due()).isEqualTo("2026-02-28");
        assertThat(last.daysToReceipt()).isEqualTo(7);
        assertThat(last.late()).isFalse();
        assertThat(last.provisional()).isFalse();
    }

    @Test
    void theDayAfterIsLateAlthoughItIsASunday() {
        Timeliness late = from("2026-02-12", "2026-03-01", "2026-03-02");
        assertThat(late.late()).isTrue();
        assertThat(late.daysToReceipt()).isEqualTo(7);
        assertThat(late.daysToPublication()).isEqualTo(1);
    }

    @Test
    void waitingInOurQueueIsOurTimeAndNotTheSources() {
        Timeliness waited = from("2026-02-12", "2026-02-25", "2026-03-20");
        assertThat(waited.late()).isFalse();
        assertThat(waited.daysToReceipt()).isEqualTo(4);
        assertThat(waited.daysToPublication()).isEqualTo(18);
    }

    @Test
    void aYearWithoutNoticeMakesItProvisionalNotSilentlyMondayToFriday() {
        assertThat(from("2026-12-29", "2026-12-30", "2026-12-30").provisional())
                .as("the due day lies in 2027")
                .isTrue();
        assertThat(from("2026-12-01", "2026-12-30", "2026-12-30").provisional()).isFalse();
        assertThat(from("2026-12-01", "2027-01-04", "2027-01-04").provisional()).isTrue();
        assertThat(from("2027-02-01", "2027-02-02", "2027-02-02").provisional()).isTrue();
    }

    @Test
    void receivedOnTheDayOfTheDecisionTakesNoTime() {
        Timeliness atOnce = from("2026-03-02", "2026-03-02", "2026-03-02");
        assertThat(atOnce.daysToReceipt()).isZero();
        assertThat(atOnce.daysToPublication()).isZero();
        assertThat(atOnce.late()).isFalse();
    }
}
