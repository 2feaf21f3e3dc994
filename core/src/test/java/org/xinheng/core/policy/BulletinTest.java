package org.xinheng.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Bulletin.Counting;
import org.xinheng.core.policy.Bulletin.Due;
import org.xinheng.core.policy.Bulletin.Form;
import org.xinheng.core.policy.Bulletin.Level;
import org.xinheng.core.policy.Bulletin.Place;
import org.xinheng.core.policy.Bulletin.Share;

class BulletinTest {

    private static final Bulletin BULLETIN = new Bulletin(
            new Rule(
                    "bulletin.one",
                    new Title("甲", "one"),
                    new Validity(LocalDate.of(2020, 1, 1), null),
                    new Basis("source", null, null, Basis.Level.HOUSE),
                    Confidence.CONFIRMED,
                    "test"),
            "office",
            new Due(10, 3),
            new Counting(List.of("permit"), 5),
            List.of(new Level("good", 98, 90), new Level("fair", 90, 80), new Level("bad", 0, 0)),
            new Form("report", "on-time", "usable", "{year}-{month}-{count}", "{month}", "{on-time}/{rated}"));

    private static String level(long onTime, long rated, long usable, long received) {
        return BULLETIN.level(new Share(onTime, rated), new Share(usable, received))
                .map(Level::kind)
                .orElse("none");
    }

    private static List<YearMonth> dueOn(String today) {
        return BULLETIN.dueOn(LocalDate.parse(today));
    }

    @Test
    void aMonthIsToldOfFromItsDayOnAndForSoManyMonths() {
        assertThat(dueOn("2026-05-09")).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 2));
        assertThat(dueOn("2026-05-10"))
                .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 3), YearMonth.of(2026, 2));
    }

    @Test
    void onlyMonthsThroughWhichTheRuleHeldAreToldOf() {
        assertThat(dueOn("2020-02-20")).containsExactly(YearMonth.of(2020, 1));
        assertThat(dueOn("2020-01-20")).isEmpty();
    }

    @Test
    void theWorseOfTheTwoSharesDecides() {
        assertThat(level(100, 100, 100, 100)).isEqualTo("good");
        assertThat(level(100, 100, 85, 100)).isEqualTo("fair");
        assertThat(level(95, 100, 100, 100)).isEqualTo("fair");
        assertThat(level(100, 100, 10, 100)).isEqualTo("bad");
        assertThat(level(0, 100, 0, 100)).isEqualTo("bad");
    }

    @Test
    void theBoundItselfIsReached() {
        assertThat(level(98, 100, 90, 100)).isEqualTo("good");
        assertThat(level(979, 1000, 90, 100)).isEqualTo("fair");
    }

    @Test
    void ofAHandfulNothingIsSaid() {
        assertThat(level(0, 4, 4, 4)).isEqualTo("none");
        assertThat(level(0, 5, 5, 5)).isEqualTo("bad");
        assertThat(level(5, 5, 0, 0)).isEqualTo("none");
    }

    /** Else a body at 97.9 percent would read 98 beside a level that begins at 98. */
    @Test
    void thePercentShownReachesWhatTheShareReaches() {
        assertThat(new Share(979, 1000).percent()).isEqualTo(97);
        assertThat(new Share(1, 3).percent()).isEqualTo(33);
        assertThat(new Share(2, 3).percent()).isEqualTo(66);
    }

    @Test
    void placesAreFilledAndNothingElseIsRead() {
        assertThat(Bulletin.filled(
                        "{body}：{on-time}/{rated}，{on}",
                        Map.of(Place.BODY, "$1{rated}局", Place.ON_TIME, "5", Place.RATED, "10")))
                .isEqualTo("$1{rated}局：5/10，{on}");
        assertThat(Bulletin.places("{year}年{month}月{foo}")).containsExactly("year", "month", "foo");
    }
}
