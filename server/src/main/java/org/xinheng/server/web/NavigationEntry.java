package org.xinheng.server.web;

import java.util.List;
import java.util.function.Function;

/**
 * One entry of the navigation.
 *
 * @param order entries stand by rising order; whoever signs in lands on the first of the own rooms in the header
 * @param path address without language prefix
 */
public record NavigationEntry(int order, Place place, String path, Function<Words, String> label, Audience audience) {

    /** Where on the page. */
    public enum Place {
        HEADER,
        /** Folded away behind the entries of the header: a room that is seldom opened. */
        MORE,
        FOOTER,
        /** Among the queues of work that waits for clerks; stands on each of their pages. */
        WORK
    }

    /** Who sees the entry. */
    public enum Audience {
        EVERYBODY,
        /** Somebody who delivers for a source. */
        SOURCES,
        /** The credit office. */
        OFFICE,
        /** Auditor and court. */
        AUDITORS,
        /** Somebody who manages accounts. */
        ADMINISTRATORS,
        /** Somebody who keeps rules and models. */
        RULE_KEEPERS,
        /** Somebody who keeps the library. */
        EDITORS,
        /** Both: each sees its own part. */
        SOURCES_AND_OFFICE,
        /** Somebody who asks credit checks. */
        CHECKERS,
        /** Somebody who conducts or signs proceedings of a body, and who oversees them. */
        AUTHORITIES,
        /** Somebody who inspects for a body. */
        INSPECTORS,
        /** A service window. */
        WINDOWS,
        /** An organisation that signed in. */
        ORGANISATIONS,
        /** An institution that reads what organisations consented to. */
        CONSENTED_READERS
    }

    /** What a module adds to the navigation. */
    @FunctionalInterface
    public interface Offer {

        /** Asked for every page: the same entries as before while nothing changed. */
        List<NavigationEntry> entries();
    }
}
