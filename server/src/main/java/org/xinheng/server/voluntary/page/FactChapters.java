package org.xinheng.server.voluntary.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.VoluntaryKind;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Item;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Link;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** Facts on the pages of their organisation: to itself all of them, to everybody those that the pack opens, each marked as what it is. */
final class FactChapters {

    private final VoluntaryDesk desk;

    FactChapters(VoluntaryDesk desk) {
        this.desk = desk;
    }

    Optional<Chapter> own(Organisation own, Words words) {
        List<Item> items = new ArrayList<>();
        for (VoluntaryFact fact : desk.facts().of(own.ids())) {
            items.add(item(
                    fact, words, List.of(new Link(words.say(VoluntaryText.OPEN), FactPage.LIST + "/" + fact.id()))));
        }
        return chapter(items, words);
    }

    ChapterOfOrganisationPage.Told open(Collection<Organisation> organisations) {
        List<VoluntaryFact> facts = desk.facts()
                .of(organisations.stream()
                        .flatMap(organisation -> organisation.ids().stream())
                        .toList());
        return (organisation, _, words) -> open(organisation, facts, words);
    }

    /** None of individual businesses (个体工商户): of them only what the law orders published is shown. */
    private Optional<Chapter> open(Organisation organisation, List<VoluntaryFact> facts, Words words) {
        Set<Long> ids = organisation.ids();
        if (SubjectKind.ofCategory(organisation.kind(), desk.policy().codes()) == SubjectKind.INDIVIDUAL_BUSINESS) {
            return Optional.empty();
        }
        List<Item> items = facts.stream()
                .filter(fact -> ids.contains(fact.organisation()))
                .filter(fact -> fact.standsOn(desk.today()))
                .filter(fact -> desk.kind(fact.content().kind())
                        .filter(VoluntaryKind::open)
                        .isPresent())
                .map(fact -> item(fact, words, List.of()))
                .toList();
        return chapter(items, words);
    }

    private static Optional<Chapter> chapter(List<Item> items, Words words) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("voluntary", words.say(VoluntaryText.CHAPTER_TITLE), items));
    }

    private Item item(VoluntaryFact fact, Words words, List<Link> links) {
        Formats formats = new Formats(words.language());
        List<String> facts = new ArrayList<>();
        facts.add(mark(fact, words));
        facts.add(words.say(
                VoluntaryText.CHAPTER_KIND,
                desk.titleOf(fact.content().kind(), words),
                fact.content().issuer()));
        if (!fact.content().number().isEmpty()) {
            facts.add(words.say(VoluntaryText.CHAPTER_NUMBER, fact.content().number()));
        }
        if (fact.content().validTo() != null) {
            facts.add(words.say(
                    VoluntaryText.CHAPTER_VALID, formats.day(fact.content().validTo())));
        }
        facts.add(fact.content().words());
        return new Item(fact.content().title(), facts, links);
    }

    private String mark(VoluntaryFact fact, Words words) {
        return switch (fact.stage()) {
            case DECLARED -> words.say(VoluntaryText.MARK_DECLARED);
            case VERIFIED ->
                words.say(
                        VoluntaryText.MARK_VERIFIED,
                        words.say(desk.body(
                                fact.decision() == null ? null : fact.decision().body())));
            case REFUSED, WITHDRAWN -> words.say(VoluntaryText.of(fact.stage()));
        };
    }
}
