package org.xinheng.server.intake.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.measure.FeedCycles.Cycle;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.server.intake.ReportingTimeliness.Owed;
import org.xinheng.server.publicity.DemoCity;

/** What is counted against a department, and what is not. */
class ScoreSheetFiguresTest {

    private static final String SOURCE = "source";
    private static final Monitoring MONITORING = DemoCity.POLICY.instruments().monitoring();

    private static Owed cycle(int day, boolean provisional, boolean kept) {
        LocalDate due = LocalDate.of(2026, 6, day);
        return new Owed(SOURCE, DemoCity.PENALTY, new Cycle(due.minusDays(10), due, provisional, kept));
    }

    @Test
    void silenceWhoseLastDayIsUncertainIsHeldAgainstNobody() {
        List<Owed> owed = List.of(cycle(1, false, true), cycle(10, false, false), cycle(20, true, false));

        List<ScoreSheet.Figure> figures = new ScoreSheet(MONITORING, List.of(), List.of(), owed)
                .scores(MONITORING.assessments()).stream()
                        .map(ScoreSheet.Score::figure)
                        .filter(figure -> figure != null && figure.behind() == ScoreSheet.Behind.UNREPORTED)
                        .toList();

        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.part()).isEqualTo(1);
            assertThat(figure.whole()).isEqualTo(2);
        });
    }
}
