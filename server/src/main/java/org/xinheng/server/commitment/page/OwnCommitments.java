package org.xinheng.server.commitment.page;

import java.util.List;
import java.util.Optional;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Item;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Link;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.web.Words;

/** All commitments of an organisation in its own file, open to others or not. */
final class OwnCommitments implements ChapterOfOwnFile {

    private final CommitmentDesk desk;

    OwnCommitments(CommitmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Chapter> of(Actor actor, Organisation own, List<RecordVersion> current, Words words) {
        List<Item> items = desk.commitments().of(own).stream()
                .map(promise -> item(promise, words))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("commitments", words.say(CommitmentText.CHAPTER_TITLE), items));
    }

    private Item item(Promise promise, Words words) {
        return new Item(
                desk.titleOf(promise, words),
                CommitmentFacts.of(promise, true, desk, words),
                List.of(new Link(words.say(CommitmentText.CHAPTER_OWN), PromisesPage.PATH + "/" + promise.id())));
    }
}
