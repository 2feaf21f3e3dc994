package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.web.NavigationEntry;

/** Where an entry stands is said by its order and by nothing else: no two different pages of one place share one. */
class NavigationOrderTest extends RecordsServer {

    @Autowired
    private List<NavigationEntry.Offer> offers;

    @Test
    void noTwoPagesOfOnePlaceShareAnOrder() {
        Map<String, Set<String>> pages = new TreeMap<>();
        offers.stream()
                .flatMap(offer -> offer.entries().stream())
                .forEach(entry -> pages.computeIfAbsent(entry.place() + " " + entry.order(), _ -> new TreeSet<>())
                        .add(entry.path()));
        List<String> shared = new ArrayList<>();
        pages.forEach((place, paths) -> {
            if (paths.size() > 1) {
                shared.add(place + " " + paths);
            }
        });
        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(shared).isEmpty();
    }
}
