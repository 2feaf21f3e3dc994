package org.xinheng.server.publicity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Words;

/** What another module adds to the public page of an organisation. It is asked at every visit and shows nothing that is not public. */
@FunctionalInterface
public interface ChapterOfOrganisationPage {

    /** Reads what there is to say about organisations that are visited at the same moment: one statement for all of them, or none. */
    Told about(Collection<Organisation> organisations);

    /** What is said about each of them. */
    @FunctionalInterface
    interface Told {

        /**
         * @param organisation one of those that were asked about
         * @param shown the organisation's records that the public may see on the day of the visit
         * @return empty when there is nothing to say
         */
        Optional<Chapter> of(Organisation organisation, List<RecordVersion> shown, Words words);
    }

    /** @param id for addresses within the page: lower-case letters and dashes */
    record Chapter(String id, String title, List<Item> items) {
        public Chapter {
            items = List.copyOf(items);
        }
    }

    /**
     * @param facts lines below the heading
     * @param links words → address without language prefix
     */
    record Item(String heading, List<String> facts, List<Link> links) {
        public Item {
            facts = List.copyOf(facts);
            links = List.copyOf(links);
        }
    }

    record Link(String words, String address) {}
}
