package org.xinheng.server.casework.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.Chart;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * Open cases by state and age (案件分布): each figure opens to its cases.
 *
 * @param counts state → open cases of each age, in the order of {@link CaseAge}
 */
public record CasesOverviewPage(Map<Title, List<Long>> counts) implements PageView {

    public static final String PATH = "/cases/overview";

    public CasesOverviewPage {
        counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static CasesOverviewPage of(List<CaseLine> lines, java.time.LocalDate today) {
        Map<Title, List<Long>> counts = new LinkedHashMap<>();
        for (CaseLine line : lines) {
            List<Long> ages = counts.computeIfAbsent(
                    line.state(), _ -> new ArrayList<>(java.util.Collections.nCopies(CaseAge.values().length, 0L)));
            int age = CaseAge.of(line, today).ordinal();
            ages.set(age, ages.get(age) + 1);
        }
        return new CasesOverviewPage(counts);
    }

    public String rows(Title state, CaseAge age) {
        return CasesPage.PATH + "?state=" + URLEncoder.encode(state.zh(), StandardCharsets.UTF_8) + "&age=" + age.id();
    }

    public Chart chart(Shell shell) {
        List<Chart.Series> series = new ArrayList<>();
        for (CaseAge age : CaseAge.values()) {
            series.add(new Chart.Series(
                    shell.say(age.title()),
                    counts.entrySet().stream()
                            .map(state -> new Chart.Point(
                                    state.getValue().get(age.ordinal()), shell.href(rows(state.getKey(), age))))
                            .toList()));
        }
        return Chart.lying(
                "cases",
                shell.say(CaseText.OVERVIEW_TITLE),
                counts.keySet().stream().map(shell::say).toList(),
                series);
    }

    @Override
    public String template() {
        return "casework/overview";
    }

    @Override
    public String title(Words words) {
        return words.say(CaseText.OVERVIEW_TITLE);
    }

    @Override
    public boolean charted() {
        return true;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return CasesPage.PATH;
    }
}
