package org.xinheng.server.measure.desk;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.measure.applied.AppliedMeasures;
import org.xinheng.server.measure.applied.MeasureNotices;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages of applied measures. */
@Configuration(proxyBeanMethods = false)
class MeasureDeskConfiguration {

    private static final int ORDER = 310;

    @Bean
    MeasureDesk measureDesk(
            AppliedMeasures measures,
            MeasureNotices notices,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log) {
        return new MeasureDesk(measures, notices, organisations, inForce, log);
    }

    @Bean
    EndingOffer measuresEnding(MeasureDesk desk) {
        return new MeasuresEnding(desk);
    }

    @Bean
    NavigationEntry.Offer measureNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER, Place.HEADER, AppliedPage.PATH, words -> words.say(MeasureText.NAV), Audience.CHECKERS),
                new NavigationEntry(
                        ORDER + 1,
                        Place.HEADER,
                        NoticesPage.PATH,
                        words -> words.say(MeasureText.NAV_NOTICES),
                        Audience.CHECKERS),
                new NavigationEntry(
                        ORDER, Place.WORK, AppliedPage.PATH, words -> words.say(MeasureText.NAV), Audience.OFFICE));
        return () -> entries;
    }
}
