package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Who sees which entries, and that the menu of all visitors is laid out anew only when an offer changed. */
class NavigationTest {

    private static final NavigationEntry LISTS = entry(10, Place.HEADER, "/lists", Audience.EVERYBODY);
    private static final NavigationEntry ROOM = entry(20, Place.HEADER, "/accounts", Audience.ADMINISTRATORS);
    private static final NavigationEntry FOLDED = entry(30, Place.MORE, "/keys", Audience.ADMINISTRATORS);
    private static final NavigationEntry TWICE = entry(40, Place.MORE, "/accounts", Audience.ADMINISTRATORS);

    private final List<NavigationEntry> changing = new ArrayList<>(List.of(LISTS));
    private final Navigation navigation =
            new Navigation(List.of(() -> List.copyOf(changing), () -> List.of(ROOM, FOLDED, TWICE)));
    private final Actor administrator =
            new Actor("administrator", Actor.Kind.CLERK, null, Set.of(Permission.ADMINISTER));

    @Test
    void theMenuOfVisitorsIsLaidOutOnceWhileNoOfferChanges() {
        Menu menu = navigation.of(null);

        assertThat(menu.open()).containsExactly(LISTS);
        assertThat(menu.rooms()).isEmpty();
        assertThat(navigation.of(null)).isSameAs(menu);

        NavigationEntry honours = entry(5, Place.HEADER, "/honours", Audience.EVERYBODY);
        changing.add(honours);
        assertThat(navigation.of(null).open()).containsExactly(honours, LISTS);
        changing.remove(honours);
        assertThat(navigation.of(null).open()).containsExactly(LISTS);
    }

    @Test
    void nobodyGetsTheMenuOfAnother() {
        assertThat(navigation.of(administrator).rooms()).containsExactly(ROOM);
        assertThat(navigation.of(null).rooms()).isEmpty();
        assertThat(navigation.of(administrator).rooms()).containsExactly(ROOM);
        assertThat(navigation.of(null).rooms()).isEmpty();
    }

    @Test
    void whatStandsInTheRowIsNotFoldedAwayAsWell() {
        assertThat(navigation.of(administrator).folded()).containsExactly(FOLDED);
        assertThat(navigation.room(administrator)).isEqualTo("/accounts");
    }

    private static NavigationEntry entry(int order, Place place, String path, Audience audience) {
        return new NavigationEntry(order, place, path, words -> path, audience);
    }
}
