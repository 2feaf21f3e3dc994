package org.xinheng.server.archive.withdrawal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Words;

/** By what a source's own records are looked through, ordered and taken home. What is searched for is looked up where they are kept. */
final class OwnRecordsList {

    static final String WANTED = "q";

    private OwnRecordsList() {}

    static ListPlan<RecordLine> plan(Policy policy, LocalDate today) {
        return new ListPlan<>(
                OwnRecordsPage.PATH,
                "-effective",
                "own-records",
                WithdrawalText.OWN_TITLE,
                List.of(
                        Column.text("what", WithdrawalText.OWN_WHAT, (line, _) -> line.what()),
                        Column.text("type", WithdrawalText.OWN_TYPE, OwnRecordsList::type),
                        Column.text("party", WithdrawalText.OWN_PARTY, (line, _) -> {
                            var party = line.party();
                            return party == null ? "" : party.name();
                        }),
                        Column.text("number", WithdrawalText.OWN_NUMBER, (line, _) -> line.number()),
                        Column.day(
                                "decided",
                                WithdrawalText.OWN_DECIDED,
                                line -> line.version().decidedOn()),
                        Column.text(
                                "shown",
                                WithdrawalText.OWN_SHOWN,
                                (line, words) -> OwnRecordsPage.shown(line, today, words)),
                        Column.text("source", WithdrawalText.OWN_SOURCE, (line, _) -> line.source()),
                        Column.by(
                                "effective",
                                WithdrawalText.OWN_EFFECTIVE,
                                (line, _) -> Formats.minute(line.version().activatedAt()),
                                line -> line.version().position())),
                List.of(
                        new Filter<>(
                                WANTED,
                                new ListFilter(WANTED, WithdrawalText.OWN_SEARCH, List.of()),
                                Set.of(),
                                (_, _) -> true),
                        Filter.one(
                                "type",
                                WithdrawalText.OWN_TYPE,
                                policy.recordTypes().values().stream()
                                        .map(type -> new Choice(type.id(), words -> words.say(type.title())))
                                        .toList(),
                                line -> line.version().type()),
                        Filter.one(
                                "shown",
                                WithdrawalText.OWN_SHOWN,
                                Arrays.stream(OwnRecordsPage.Shown.values())
                                        .map(state -> new Choice(state.name(), words -> words.say(state.title())))
                                        .toList(),
                                line -> OwnRecordsPage.Shown.of(line, today).name())));
    }

    private static String type(RecordLine line, Words words) {
        var type = line.type();
        return type == null ? line.version().type() : words.say(type.title());
    }
}
