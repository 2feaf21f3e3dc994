package org.xinheng.server.casework.recheck;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.casework.NotFollowed;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.RepairBar;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.Handovers;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.TodayOffer;

/** Wires the re-check of repairs. */
@Configuration(proxyBeanMethods = false)
class RecheckConfiguration {

    @Bean
    Rechecks rechecks(
            CaseStore cases,
            JdbcClient sql,
            Inspection inspection,
            Parties parties,
            Subjects subjects,
            Surroundings around) {
        var sides = new Rechecks.Sides(parties, subjects, new Handovers(sql), around);
        return new Rechecks(cases, new RecheckStore(sql), inspection, sides);
    }

    @Bean
    Inspection inspectionOfRepairs(
            Archive archive,
            Subjects subjects,
            Surroundings around,
            RepairBar bar,
            ObjectProvider<NotFollowed> downstream) {
        return new Inspection(
                archive, subjects, around, bar, List.copyOf(downstream.stream().toList()));
    }

    @Bean
    TodayOffer recheckToday(Rechecks rechecks) {
        return rechecks::queues;
    }

    @Bean
    NavigationEntry.Offer recheckNavigation() {
        return () -> List.of(new NavigationEntry(
                527, Place.HEADER, RecheckPage.PATH, words -> words.say(RecheckText.NAV), Audience.SOURCES_AND_OFFICE));
    }
}
