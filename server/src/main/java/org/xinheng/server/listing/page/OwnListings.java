package org.xinheng.server.listing.page;

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
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Words;

/** In an organisation's own file: on which lists it stands and how it gets off, and the proceedings of which it was told. */
final class OwnListings implements ChapterOfOwnFile {

    private final ListingChapter standing;
    private final ProceedingDesk desk;
    private final ProceedingViews views;

    OwnListings(ListingChapter standing, ProceedingDesk desk, ProceedingViews views) {
        this.standing = standing;
        this.desk = desk;
        this.views = views;
    }

    @Override
    public Optional<Chapter> of(Actor actor, Organisation own, List<RecordVersion> current, Words words) {
        List<Item> items = new ArrayList<>(
                standing.of(inWindow(current), words).map(Chapter::items).orElse(List.of()));
        Formats formats = new Formats(words.language());
        views.lines(desk.list(actor, Long.MAX_VALUE, ListPlan.MOST), words)
                .forEach(line -> items.add(new Item(
                        words.say(ListingText.CHAPTER_PROCEEDING, line.list()),
                        List.of(line.authority(), line.stage(), formats.time(line.opened())),
                        List.of(new Link(words.say(ListingText.CHAPTER_OPEN_PROCEEDING), line.path())))));
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("listings", words.say(ListingText.CHAPTER_OWN), items));
    }

    /** A record whose window is over lists nobody any more. */
    private List<RecordVersion> inWindow(List<RecordVersion> current) {
        return current.stream()
                .filter(version -> version.window() != null && version.window().covers(desk.today()))
                .toList();
    }
}
