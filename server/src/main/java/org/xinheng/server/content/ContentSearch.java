package org.xinheng.server.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.content.store.ContentStore;
import org.xinheng.server.content.store.ContentStore.Mentioned;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationHit;

/**
 * Search in public pieces by words (全文检索), each anywhere in title, text or caption: by the 1- and 2-grams of what stands there, as names are
 * found. An organisation is found through its record, as long as that is shown: its name is in no index of the library.
 */
final class ContentSearch {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 100;
    private static final int MOST_NAMES = 100;

    private final ContentStore store;
    private final Organisations organisations;
    private final Naming naming;

    ContentSearch(ContentStore store, Organisations organisations, Naming naming) {
        this.store = store;
        this.organisations = organisations;
        this.naming = naming;
    }

    /** Ids of the public pieces in which all words stand. */
    Set<Long> find(String typed) {
        Set<Long> all = null;
        for (String word : words(typed)) {
            Set<Long> found = new HashSet<>(store.containing(word));
            found.addAll(naming(word));
            if (all == null) {
                all = found;
            } else {
                all.retainAll(found);
            }
        }
        return all == null ? Set.of() : all;
    }

    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        String cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        for (String word : cut.replace('\u0000', ' ').split("[\\s\\p{Z}]+", -1)) {
            String key = OrganisationName.key(word);
            if (!key.isEmpty() && !words.contains(key) && words.size() < MOST_WORDS) {
                words.add(key);
            }
        }
        return words;
    }

    /** Pieces that name an organisation whose name holds the word, while the record behind it is shown. */
    private Set<Long> naming(String word) {
        Set<Long> named = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        for (OrganisationHit hit : organisations.search(word, MOST_NAMES)) {
            if (OrganisationName.key(hit.name()).contains(word)) {
                ids.addAll(organisations.idsOf(hit.id()));
            }
        }
        List<Mentioned> mentioned = ids.isEmpty() ? List.of() : store.mentioning(ids);
        Map<String, Naming.Known> known = naming.known(
                mentioned.stream().map(Mentioned::address).distinct().toList());
        mentioned.stream().filter(one -> known.containsKey(one.address())).forEach(one -> named.add(one.item()));
        return named;
    }
}
