package org.xinheng.server.listing.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.listing.Underlying;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Reads proposals and takes them to the door. */
final class Proposals {

    private static final int LONGEST_KEY = 64;

    private final ProceedingDesk desk;
    private final Underlying underlying;

    Proposals(ProceedingDesk desk, Underlying underlying) {
        this.desk = desk;
        this.underlying = underlying;
    }

    /** @return null when something is unfit: the check says what */
    @Nullable
    Outcome propose(Actor actor, TypedProposal typed, FormCheck check, Words words) {
        Organisation party = desk.party(typed.code()).orElse(null);
        if (party == null) {
            check.wrong("code", words.say(ListingText.NEW_CODE_UNKNOWN));
        }
        String list = check.choice("list", typed.list(), every(words));
        ListRule rule = desk.policy().instruments().list(list).orElse(null);
        String ground = rule == null ? "" : check.choice("ground", typed.ground(), grounds(List.of(rule), words));
        String kind = rule == null ? "" : kind(rule, typed.kind(), check);
        boolean tag = rule != null && rule.nature() == ListRule.Nature.WATCH;
        Act.Propose read = desk.reading(check, words).proposal(typed, ground, kind, tag);
        Act.Propose act = party == null || read.underlying().isEmpty() ? read : resting(read, party, check, words);
        String key = check.line("key", typed.key(), LONGEST_KEY);
        return check.failed() || party == null ? null : desk.propose(actor, list, party, act, key);
    }

    /** On the archive's record of the decision, where the archive has one. */
    private Act.Propose resting(Act.Propose read, Organisation party, FormCheck check, Words words) {
        List<RecordVersion> records = underlying.of(party.id(), read.underlying());
        if (records.size() > 1) {
            check.wrong("underlying", words.say(ListingText.NEW_UNDERLYING_SEVERAL));
        } else if (records.isEmpty() && underlying.known(read.underlying())) {
            check.wrong("underlying", words.say(ListingText.NEW_UNDERLYING_OTHER));
        }
        if (records.size() != 1) {
            return read;
        }
        RecordVersion record = records.getFirst();
        String number = underlying.number(record);
        return new Act.Propose(
                read.on(),
                read.ground(),
                read.facts(),
                read.law(),
                read.measures(),
                number.isEmpty() ? read.underlying() : number,
                read.kind(),
                record.address());
    }

    private static String kind(ListRule list, @Nullable String typed, FormCheck check) {
        List<String> kinds = list.scope().kinds();
        if (kinds.isEmpty() || list.scope().recordType() == null) {
            return "";
        }
        if (kinds.size() == 1) {
            return kinds.getFirst();
        }
        Map<String, String> titles = new LinkedHashMap<>();
        kinds.forEach(kind -> titles.put(kind, kind));
        return check.choice("kind", typed, titles);
    }

    /** All lists of the pack: that a body has no say about one is for the guard to refuse, with its rule. */
    private Map<String, String> every(Words words) {
        Map<String, String> lists = new LinkedHashMap<>();
        desk.policy()
                .instruments()
                .lists()
                .forEach((id, list) -> lists.put(id, words.say(list.rule().title())));
        return lists;
    }

    Map<String, String> grounds(Actor actor, Words words) {
        return grounds(own(actor, words), words);
    }

    Map<String, String> kinds(Actor actor, Words words) {
        Map<String, String> kinds = new LinkedHashMap<>();
        own(actor, words).stream()
                .filter(list -> list.scope().kinds().size() > 1)
                .forEach(list -> list.scope().kinds().forEach(kind -> kinds.put(kind, kind)));
        return kinds;
    }

    private List<ListRule> own(Actor actor, Words words) {
        List<ListRule> lists = new ArrayList<>();
        desk.lists(actor, words)
                .keySet()
                .forEach(id -> desk.policy().instruments().list(id).ifPresent(lists::add));
        return lists;
    }

    private Map<String, String> grounds(List<ListRule> lists, Words words) {
        Map<String, String> grounds = new LinkedHashMap<>();
        lists.forEach(list -> list.grounds().stream()
                .filter(ground -> ground.rule().validity().covers(desk.today()))
                .forEach(ground ->
                        grounds.put(ground.rule().id(), words.say(ground.rule().title()))));
        return grounds;
    }
}
