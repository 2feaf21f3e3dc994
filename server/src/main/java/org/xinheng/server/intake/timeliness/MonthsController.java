package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.ReportingTimeliness.Counted;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Timeliness month by month. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class MonthsController {

    private static final int MONTHS = 12;

    private final TimelinessDesk desk;
    private final CurrentActor current;

    MonthsController(TimelinessDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(MonthsPage.PATH)
    MonthsPage months(HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        Actor actor = current.find().orElseThrow();
        YearMonth last = YearMonth.from(desk.today());
        List<YearMonth> months = new ArrayList<>();
        Map<String, List<TimelinessFigures>> bySource = new TreeMap<>();
        for (int i = 0; i < MONTHS; i++) {
            months.add(last.minusMonths(MONTHS - 1L - i));
        }
        List<List<Counted>> counted = desk.figures(actor, months);
        for (int i = 0; i < MONTHS; i++) {
            for (Counted one : counted.get(i)) {
                List<TimelinessFigures> figures = bySource.computeIfAbsent(
                        one.source(), _ -> new ArrayList<>(Collections.nCopies(MONTHS, TimelinessFigures.NONE)));
                figures.set(i, figures.get(i).plus(one.figures()));
            }
        }
        return new MonthsPage(
                months,
                bySource.entrySet().stream()
                        .filter(source -> source.getValue().stream().anyMatch(figures -> figures.records() > 0))
                        .map(source -> new MonthsPage.Row(
                                source.getKey(), desk.nameOf(source.getKey(), words), source.getValue()))
                        .toList());
    }
}
