package org.xinheng.server.voluntary.page;

import java.util.Arrays;
import java.util.List;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.voluntary.VoluntaryFact.Stage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what facts are looked through, ordered and taken home. */
final class VoluntaryList {

    /** @param kind title of the kind */
    record Line(VoluntaryFact fact, String kind, String party, String body) {}

    static final ListPlan<Line> PLAN = new ListPlan<>(
            FactPage.LIST,
            "-filed",
            "voluntary-facts",
            VoluntaryText.TITLE,
            List.of(
                    Column.text(
                            "title",
                            VoluntaryText.FACT_TITLE,
                            (line, _) -> line.fact().content().title()),
                    Column.text("kind", VoluntaryText.FACT_KIND, (line, _) -> line.kind()),
                    Column.text("party", VoluntaryText.FACT_PARTY, (line, _) -> line.party()),
                    Column.text("body", VoluntaryText.FACT_BODY, (line, _) -> line.body()),
                    Column.text(
                            "stage",
                            VoluntaryText.FACT_STAGE,
                            (line, words) ->
                                    words.say(VoluntaryText.of(line.fact().stage()))),
                    Column.day(
                            "valid",
                            VoluntaryText.FACT_VALID,
                            line -> line.fact().content().validTo()),
                    Column.by(
                            "filed",
                            VoluntaryText.FACT_FILED,
                            (line, _) -> Formats.minute(line.fact().filedAt()),
                            line -> line.fact().id())),
            List.of(
                    Filter.words(
                            line -> List.of(line.fact().content().title(), line.kind(), line.party(), line.body())),
                    Filter.one(
                            "stage",
                            VoluntaryText.FACT_STAGE,
                            Arrays.stream(Stage.values())
                                    .map(stage -> new Choice(stage.name(), words -> words.say(VoluntaryText.of(stage))))
                                    .toList(),
                            line -> line.fact().stage().name())));

    private VoluntaryList() {}
}
