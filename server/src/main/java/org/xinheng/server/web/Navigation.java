package org.xinheng.server.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;

/** The entries of all modules, and who sees which. */
final class Navigation {

    private final List<NavigationEntry.Offer> offers;

    Navigation(List<NavigationEntry.Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    /** Address of the room on which the actor lands: the first of the own row; the public home page without one. */
    String room(Actor actor) {
        return of(actor).stream()
                .filter(entry -> entry.place() == NavigationEntry.Place.HEADER)
                .filter(entry -> entry.audience() != NavigationEntry.Audience.EVERYBODY)
                .map(NavigationEntry::path)
                .findFirst()
                .orElse("/");
    }

    /** All entries that the actor sees, in their order; one that stands twice in a place, for two posts, stands there once. */
    List<NavigationEntry> of(@Nullable Actor actor) {
        Set<List<Object>> seen = new HashSet<>();
        return offers.stream()
                .flatMap(offer -> offer.entries().stream())
                .filter(entry -> visible(entry, actor))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .filter(entry -> seen.add(List.of(entry.place(), entry.path())))
                .toList();
    }

    private static boolean visible(NavigationEntry entry, @Nullable Actor actor) {
        return switch (entry.audience()) {
            case EVERYBODY -> true;
            case SOURCES -> actor != null && actor.may(Permission.DELIVER);
            case OFFICE -> actor != null && actor.may(Permission.OVERSEE);
            case AUDITORS -> actor != null && actor.may(Permission.READ_PAST);
            case ADMINISTRATORS -> actor != null && actor.may(Permission.ADMINISTER);
            case RULE_KEEPERS -> actor != null && actor.may(Permission.KEEP_RULES);
            case EDITORS -> actor != null && actor.may(Permission.KEEP_CONTENT);
            case AUTHORITIES ->
                actor != null
                        && (actor.may(Permission.PROPOSE_LISTING)
                                || actor.may(Permission.DECIDE_LISTING)
                                || actor.may(Permission.OVERSEE));
            case SOURCES_AND_OFFICE ->
                actor != null && (actor.may(Permission.DELIVER) || actor.may(Permission.OVERSEE));
            case CHECKERS -> actor != null && actor.may(Permission.CHECK);
            case INSPECTORS -> actor != null && actor.may(Permission.INSPECT);
            case WINDOWS -> actor != null && actor.may(Permission.QUERY_AT_WINDOW);
            case ORGANISATIONS -> actor != null && actor.may(Permission.OWN_FILE);
            case CONSENTED_READERS -> actor != null && actor.may(Permission.READ_CONSENTED);
        };
    }
}
