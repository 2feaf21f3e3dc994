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
    private volatile @Nullable Laid publicMenu;

    /**
     * What visitors who did not sign in see, nearly all of them: laid out once.
     *
     * @param from the entries it was made of, offer by offer
     */
    private record Laid(List<List<NavigationEntry>> from, Menu menu) {

        boolean isOf(List<NavigationEntry.Offer> offers) {
            for (int i = 0; i < from.size(); i++) {
                if (!from.get(i).equals(offers.get(i).entries())) {
                    return false;
                }
            }
            return true;
        }
    }

    Navigation(List<NavigationEntry.Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    /** Address of the room on which the actor lands: the first of the own row; the public home page without one. */
    String room(Actor actor) {
        return of(actor).rooms().stream().map(NavigationEntry::path).findFirst().orElse("/");
    }

    /** All entries that the actor sees; one that stands twice in a place, for two posts, stands there once. */
    Menu of(@Nullable Actor actor) {
        Laid known = publicMenu;
        if (actor == null && known != null && known.isOf(offers)) {
            return known.menu();
        }
        List<List<NavigationEntry>> offered =
                offers.stream().map(NavigationEntry.Offer::entries).toList();
        Set<List<Object>> seen = new HashSet<>();
        Menu menu = new Menu(offered.stream()
                .flatMap(List::stream)
                .filter(entry -> visible(entry, actor))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .filter(entry -> seen.add(List.of(entry.place(), entry.path())))
                .toList());
        if (actor == null) {
            publicMenu = new Laid(offered, menu);
        }
        return menu;
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
