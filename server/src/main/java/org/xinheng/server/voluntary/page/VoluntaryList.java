package org.xinheng.server.voluntary.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.voluntary.VoluntaryFact.Stage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListText;
import org.xinheng.server.web.TablePage;

/** By what facts are looked through, ordered and taken home. */
final class VoluntaryList {

    static final String USUAL = "-filed";
    static final String WORDS = "q";
    static final String STAGE = "stage";

    /** @param kind title of the kind */
    record Line(VoluntaryFact fact, String kind, String party, String body) {}

    static final List<ListColumn<Line>> COLUMNS = List.of(
            new ListColumn<>(
                    "title",
                    VoluntaryText.FACT_TITLE,
                    (line, _) -> line.fact().content().title()),
            new ListColumn<>("kind", VoluntaryText.FACT_KIND, (line, _) -> line.kind()),
            new ListColumn<>("party", VoluntaryText.FACT_PARTY, (line, _) -> line.party()),
            new ListColumn<>("body", VoluntaryText.FACT_BODY, (line, _) -> line.body()),
            new ListColumn<>(
                    STAGE,
                    VoluntaryText.FACT_STAGE,
                    (line, words) -> words.say(VoluntaryText.of(line.fact().stage()))),
            new ListColumn<>("valid", VoluntaryText.FACT_VALID, (line, _) -> {
                var last = line.fact().content().validTo();
                return last == null ? "" : last.toString();
            }),
            new ListColumn<>(
                    "filed",
                    VoluntaryText.FACT_FILED,
                    (line, _) -> Formats.minute(line.fact().filedAt())));

    static final List<ListFilter> FILTERS = List.of(
            new ListFilter(WORDS, ListText.LIST_WORDS, List.of()),
            new ListFilter(
                    STAGE,
                    VoluntaryText.FACT_STAGE,
                    Arrays.stream(Stage.values())
                            .map(stage -> new Choice(stage.name(), words -> words.say(VoluntaryText.of(stage))))
                            .toList()));

    private static final Set<String> LEADING =
            COLUMNS.stream().map(ListColumn::id).collect(Collectors.toSet());

    static final TablePage.Columns<Line> TABLE = new TablePage.Columns<>(
            COLUMNS, LEADING, line -> FactPage.LIST + "/" + line.fact().id());

    private VoluntaryList() {}

    /** @throws org.xinheng.server.web.ListRefused when the address asks for what the list does not have */
    static ListAsk ask(HttpServletRequest request) {
        return ListAsk.of(
                request,
                FactPage.LIST,
                USUAL,
                FILTERS.stream().map(ListFilter::id).collect(Collectors.toSet()),
                LEADING);
    }
}
