package org.xinheng.server.inspection.page;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.inspection.plan.Calendar;
import org.xinheng.server.inspection.plan.Inspections;
import org.xinheng.server.inspection.plan.PlanStore;
import org.xinheng.server.inspection.plan.StaffStore;
import org.xinheng.server.listing.Listings;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires inspections. */
@Configuration(value = "inspectionConfiguration", proxyBeanMethods = false)
class InspectionConfiguration {

    private static final int ORDER = 560;

    @Bean
    Inspections.Sources inspectionSources(
            PolicyInForce inForce, Organisations organisations, Listings listings, RiskClasses classes) {
        return new Inspections.Sources(inForce, organisations, listings, classes);
    }

    @Bean
    Inspections inspections(
            JdbcClient sql,
            Inspections.Sources sources,
            Clock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new Inspections(
                new Inspections.Stores(new PlanStore(sql), new StaffStore(sql)),
                sources,
                new Calendar(sources.inForce(), clock),
                clock,
                new Inspections.Writing(new TransactionTemplate(transactions), events));
    }

    @Bean
    InspectionDesk inspectionDesk(
            Inspections inspections, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        return new InspectionDesk(inspections, organisations, inForce, log);
    }

    @Bean
    StaffDesk inspectionStaffDesk(InspectionDesk desk, AccessLog log) {
        return new StaffDesk(desk, log);
    }

    @Bean
    NavigationEntry.Offer inspectionNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER,
                        Place.FOOTER,
                        PlansPage.PATH,
                        words -> words.say(InspectionText.NAV),
                        Audience.EVERYBODY),
                new NavigationEntry(
                        ORDER + 1,
                        Place.HEADER,
                        WorkPage.PATH,
                        words -> words.say(InspectionText.NAV_WORK),
                        Audience.INSPECTORS),
                new NavigationEntry(
                        ORDER + 2,
                        Place.MORE,
                        OwnPage.PATH,
                        words -> words.say(InspectionText.NAV_OWN),
                        Audience.ORGANISATIONS));
        return () -> entries;
    }
}
