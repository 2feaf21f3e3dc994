package org.xinheng.server.commitment.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.web.Words;

/**
 * What an organisation promised, and how it stands with it: only what is open to all and within its window. What the page shows as
 * record is not said twice, but for the day on which a breach goes.
 */
final class CommitmentChapter implements ChapterOfOrganisationPage {

    private final CommitmentDesk desk;

    CommitmentChapter(CommitmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Told about(Collection<Organisation> organisations) {
        List<Promise> open = desk.open(desk.commitments().of(organisations));
        return (organisation, shown, words) -> of(organisation, open, shown, words);
    }

    private Optional<Chapter> of(
            Organisation organisation, List<Promise> open, List<RecordVersion> shown, Words words) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> ids = organisation.ids();
        Set<String> told = desk.numbersOf(shown);
        List<Item> items = open.stream()
                .filter(promise -> ids.contains(promise.giver().organisation()))
                .filter(promise -> !told.contains(promise.number()) || promise.breachUntil(desk.today()) != null)
                .map(promise -> item(promise, words))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("commitments", words.say(CommitmentText.CHAPTER_TITLE), items));
    }

    private Item item(Promise promise, Words words) {
        return new Item(
                desk.titleOf(promise, words),
                CommitmentFacts.of(promise, false, desk, words),
                List.of(new Link(
                        words.say(CommitmentText.CHAPTER_ITEM), ColumnPage.PATH + "/items/" + promise.item())));
    }
}
