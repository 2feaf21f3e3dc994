package org.xinheng.server.evaluation.room;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.ModelRoom;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PackShelf;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what the office sees of the model room. */
@Configuration(value = "modelRoomConfiguration", proxyBeanMethods = false)
class RoomConfiguration {

    private static final int ORDER = 62;

    @Bean
    RoomDesk modelRoomDesk(
            ModelRoom room,
            Evaluations evaluations,
            PackShelf shelf,
            Organisations organisations,
            PolicyInForce inForce) {
        return new RoomDesk(room, evaluations, shelf, organisations, inForce);
    }

    @Bean
    NavigationEntry.Offer modelRoomNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.WORK, RoomPage.PATH, words -> words.say(RoomText.NAV), Audience.RULE_KEEPERS));
        return () -> entries;
    }
}
