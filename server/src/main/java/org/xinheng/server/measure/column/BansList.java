package org.xinheng.server.measure.column;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.CodeList;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what bans are looked for, ordered and taken home. */
final class BansList {

    private BansList() {}

    static ListPlan<BanLine> plan(CodeList kinds) {
        return new ListPlan<>(
                BansPage.PATH,
                "-first",
                "market-bans",
                ColumnText.BANS_TITLE,
                List.of(
                        Column.text("subject", ColumnText.BANS_SUBJECT, (line, _) -> line.subject()),
                        Column.text("code", ColumnText.BANS_CODE, (line, _) -> line.code()),
                        Column.text("kind", ColumnText.BANS_KIND, (line, _) -> line.kind()),
                        Column.text("scope", ColumnText.BANS_SCOPE, (line, _) -> line.scope()),
                        Column.text("law", ColumnText.BANS_LAW, (line, _) -> line.law()),
                        Column.text("authority", ColumnText.BANS_AUTHORITY, (line, _) -> line.authority()),
                        Column.text("number", ColumnText.BANS_NUMBER, (line, _) -> line.number()),
                        Column.day("first", ColumnText.BANS_FIRST, BanLine::first),
                        Column.by(
                                "last",
                                ColumnText.BANS_LAST,
                                (line, words) -> line.last() == null
                                        ? words.say(ColumnText.BANS_FOR_GOOD)
                                        : line.last().toString(),
                                line -> line.last() == null ? LocalDate.MAX : line.last())),
                List.of(
                        Filter.words(line -> List.of(
                                line.subject(),
                                line.code() == null ? "" : line.code(),
                                line.scope(),
                                line.authority(),
                                line.number())),
                        Filter.one(
                                "kind",
                                ColumnText.BANS_KIND,
                                kinds.values().entrySet().stream()
                                        .map(kind -> new Choice(kind.getKey(), words -> words.say(kind.getValue())))
                                        .toList(),
                                BanLine::kind)));
    }
}
