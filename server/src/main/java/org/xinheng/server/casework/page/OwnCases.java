package org.xinheng.server.casework.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Item;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Link;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** In an organisation's own file: its objections, repairs and other cases, open and closed. */
final class OwnCases implements ChapterOfOwnFile {

    private final OpenCases cases;
    private final CaseReading reading;

    OwnCases(OpenCases cases, CaseReading reading) {
        this.cases = cases;
        this.reading = reading;
    }

    @Override
    public Optional<Chapter> of(Actor actor, Organisation own, List<RecordVersion> current, Words words) {
        List<Item> items = reading.lines(cases.files(actor, false)).stream()
                .map(line -> item(line, words))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("cases", words.say(CaseText.CHAPTER_TITLE), items));
    }

    private static Item item(CaseLine line, Words words) {
        List<String> facts = new ArrayList<>();
        facts.add(words.say(CaseText.CHAPTER_STATE, words.say(line.state())));
        facts.add(words.say(CaseText.CHAPTER_BODY, line.body()));
        if (line.due() != null) {
            facts.add(words.say(CaseText.CHAPTER_DUE, new Formats(words.language()).day(line.due())));
        }
        return new Item(
                words.say(
                        CaseText.CHAPTER_CASE,
                        words.say(line.kind()),
                        line.file().number()),
                facts,
                List.of(new Link(words.say(CaseText.CHAPTER_OPEN), line.path())));
    }
}
