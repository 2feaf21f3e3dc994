package org.xinheng.server.listing.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.ListedByRecord;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** On which lists an organisation stands, and how it gets off: from the records that the public may see, wherever they were decided. */
final class ListingChapter implements ChapterOfOrganisationPage {

    private final PolicyInForce inForce;

    ListingChapter(PolicyInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Told about(Collection<Organisation> organisations) {
        return (_, shown, words) -> of(shown, words);
    }

    Optional<Chapter> of(List<RecordVersion> shown, Words words) {
        Policy policy = inForce.policy();
        List<Item> items = new ArrayList<>();
        for (RecordVersion record : shown) {
            policy.recordType(record.type())
                    .ifPresent(type -> policy.instruments().lists().values().stream()
                            .filter(list -> list.nature() != ListRule.Nature.WATCH
                                    && ListedByRecord.on(list, type, record.values()))
                            .forEach(list -> items.add(item(list, record, words))));
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("listings", words.say(ListingText.CHAPTER_TITLE), items));
    }

    private static Item item(ListRule list, RecordVersion record, Words words) {
        Formats formats = new Formats(words.language());
        LocalDate last = record.window() == null ? null : record.window().last();
        List<String> facts = new ArrayList<>();
        facts.add(
                last == null
                        ? words.say(ListingText.CHAPTER_OPEN, formats.day(record.decidedOn()))
                        : words.say(ListingText.CHAPTER_UNTIL, formats.day(record.decidedOn()), formats.day(last)));
        facts.addAll(wayOut(list, record.decidedOn(), formats, words));
        Link rule = new Link(
                words.say(ListingText.CHAPTER_RULE), "/rules/" + list.rule().id());
        return new Item(words.say(list.rule().title()), facts, List.of(rule));
    }

    private static List<String> wayOut(ListRule list, LocalDate decided, Formats formats, Words words) {
        ListRule.@Nullable EarlyRemoval early = list.term().early();
        if (early == null) {
            return List.of(
                    words.say(list.term().untilDutyDone() ? ListingText.CHAPTER_DUTY : ListingText.CHAPTER_TERM_ONLY));
        }
        List<String> facts = new ArrayList<>();
        facts.add(words.say(ListingText.CHAPTER_EARLY_FROM, formats.day(decided.plus(early.notBefore()))));
        for (Title condition : early.conditions()) {
            facts.add(words.say(ListingText.CHAPTER_EARLY, words.say(condition)));
        }
        return facts;
    }
}
