package org.xinheng.server.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** The entries that one reader sees, as the page lays them out. */
final class Menu {

    private final Map<Place, List<NavigationEntry>> places = new EnumMap<>(Place.class);
    private final List<NavigationEntry> open;
    private final List<NavigationEntry> rooms;
    private final List<NavigationEntry> folded;

    /** @param entries all that the reader sees, in their order */
    Menu(List<NavigationEntry> entries) {
        for (Place place : Place.values()) {
            places.put(
                    place,
                    entries.stream().filter(entry -> entry.place() == place).toList());
        }
        open = at(Place.HEADER).stream()
                .filter(entry -> entry.audience() == Audience.EVERYBODY)
                .toList();
        rooms = at(Place.HEADER).stream()
                .filter(entry -> entry.audience() != Audience.EVERYBODY)
                .toList();
        folded = at(Place.MORE).stream()
                .filter(entry -> rooms.stream().noneMatch(room -> room.path().equals(entry.path())))
                .toList();
    }

    List<NavigationEntry> at(Place place) {
        return places.getOrDefault(place, List.of());
    }

    /** Entries of the header that everybody sees. */
    List<NavigationEntry> open() {
        return open;
    }

    /** Entries of the header for whoever signed in. */
    List<NavigationEntry> rooms() {
        return rooms;
    }

    /** Rooms that are seldom opened; one that stands in the row already is not among them. */
    List<NavigationEntry> folded() {
        return folded;
    }
}
