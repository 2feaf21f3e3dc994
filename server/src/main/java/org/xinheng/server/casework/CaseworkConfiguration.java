package org.xinheng.server.casework;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.CaseEffects;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.PeriodWatch;
import org.xinheng.server.casework.desk.RepairBar;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.ResultReturn;
import org.xinheng.server.casework.desk.ReturnRounds;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.casework.page.CaseText;
import org.xinheng.server.casework.page.CasesPage;
import org.xinheng.server.casework.port.FileRepairWindow;
import org.xinheng.server.casework.port.RepairWindow;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.Handovers;
import org.xinheng.server.casework.store.PostgresCases;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Rounds;
import org.xinheng.server.service.RoundsHealth;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires cases. */
@Configuration(proxyBeanMethods = false)
class CaseworkConfiguration {

    @Bean
    CaseStore caseStore(JdbcClient sql, PlatformTransactionManager transactions) {
        return new PostgresCases(sql, transactions);
    }

    @Bean
    Subjects subjectsOfCases(Archive archive, Organisations organisations, PolicyInForce inForce) {
        return new Subjects(archive, organisations, inForce);
    }

    @Bean
    Parties partiesOfCases(Organisations organisations, PolicyInForce inForce) {
        return new Parties(organisations, inForce);
    }

    @Bean
    RepairBar repairBar(CaseStore store, Subjects subjects, Surroundings around) {
        return new RepairBar(store, subjects, around);
    }

    @Bean
    CaseEffects caseEffects(
            Archive archive, RecordMarks marks, DocumentService documents, Subjects subjects, RepairBar bar) {
        return new CaseEffects(archive, marks, documents, subjects, bar);
    }

    @Bean
    Surroundings surroundingsOfCases(PolicyInForce inForce, Clock clock, ApplicationEventPublisher events) {
        return new Surroundings(inForce, clock, events);
    }

    @Bean
    CaseDesk caseDesk(
            CaseStore store,
            CaseEffects effects,
            Parties parties,
            Subjects subjects,
            MayEnd mayEnd,
            Surroundings around) {
        return new CaseDesk(store, effects, parties, subjects, mayEnd, around);
    }

    /** An installation that is joined to the window brings a bean of its own. */
    @Bean
    @ConditionalOnMissingBean
    RepairWindow repairWindow(@Value("${xinheng.data:data}") Path folder) {
        return new FileRepairWindow(folder.resolve("repair-window"));
    }

    @Bean
    Repairs.Port repairPort(RepairWindow window, JdbcClient sql) {
        return new Repairs.Port(window, new Handovers(sql));
    }

    @Bean
    Repairs repairs(
            CaseDesk desk, CaseStore store, Subjects subjects, Parties parties, Repairs.Port port, RepairBar bar) {
        return new Repairs(desk, store, subjects, parties, port, bar);
    }

    @Bean
    ResultReturn resultReturn(CaseStore store, Surroundings around, DocumentService documents, RepairWindow window) {
        return new ResultReturn(store, around, documents, window);
    }

    @Bean
    ReturnRounds resultReturnsAgain(
            IncompleteEventPublications again,
            JdbcClient sql,
            Clock clock,
            @Value("${xinheng.cases.result-late-after:1d}") Duration lateAfter) {
        return new ReturnRounds(again, sql, clock, lateAfter);
    }

    @Bean(initMethod = "start")
    Rounds resultRounds(ReturnRounds returns, @Value("${xinheng.cases.result-again-every:5m}") Duration every) {
        return new Rounds("case-results", returns::run, every);
    }

    @Bean
    HealthIndicator caseResultsHealth(ReturnRounds returns) {
        return new RoundsHealth("resultsNotTaken", returns::late);
    }

    @Bean
    PeriodWatch periodWatch(CaseStore store, CaseDesk desk) {
        return new PeriodWatch(store, desk);
    }

    @Bean(initMethod = "start")
    Rounds caseRounds(PeriodWatch watch, @Value("${xinheng.cases.watch-seconds:60}") long seconds) {
        return new Rounds("case-periods", watch::run, Duration.ofSeconds(seconds));
    }

    @Bean
    HealthIndicator casePeriodsHealth(PeriodWatch watch) {
        return new RoundsHealth("missingEscalations", watch::missing);
    }

    @Bean
    NavigationEntry.Offer casesNavigation() {
        return () -> List.of(
                entry(Audience.SOURCES_AND_OFFICE, 525),
                entry(Audience.ORGANISATIONS, 505),
                entry(Audience.WINDOWS, 535));
    }

    private static NavigationEntry entry(Audience audience, int order) {
        return new NavigationEntry(
                order, Place.HEADER, CasesPage.PATH, words -> words.say(CaseText.CASES_NAV), audience);
    }
}
