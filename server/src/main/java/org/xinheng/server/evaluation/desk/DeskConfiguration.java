package org.xinheng.server.evaluation.desk;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what the office sees of evaluation. */
@Configuration(value = "evaluationDeskConfiguration", proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    EvaluationDesk evaluationDesk(
            Evaluations evaluations, Organisations organisations, AccessLog log, Clock clock, PolicyInForce inForce) {
        return new EvaluationDesk(evaluations, organisations, log, clock, inForce);
    }

    @Bean
    ChapterOfOwnFile ownGrade(EvaluationDesk desk) {
        return new OwnGrade(desk);
    }

    @Bean
    NavigationEntry.Offer evaluationNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                60, Place.WORK, RunsPage.PATH, words -> words.say(EvaluationText.NAV), Audience.OFFICE));
        return () -> entries;
    }
}
