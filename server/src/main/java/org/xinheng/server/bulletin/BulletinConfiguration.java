package org.xinheng.server.bulletin;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.TodayOffer;

/** Wires the monthly reports. */
@Configuration(proxyBeanMethods = false)
class BulletinConfiguration {

    @Bean
    BulletinDesk bulletinDesk(
            ReportingTimeliness timeliness,
            Organisations organisations,
            Deliveries deliveries,
            PolicyInForce inForce,
            Clock clock) {
        return new BulletinDesk(new MonthFigures(timeliness, organisations), deliveries, inForce, clock);
    }

    @Bean
    TodayOffer bulletinsToSign(BulletinDesk desk) {
        return actor -> actor.may(Permission.DELIVER_FOR_ALL) && actor.may(Permission.OVERSEE)
                ? List.of(TodayOffer.Queue.of(BulletinText.QUEUE, BulletinsPage.PATH, desk.due()))
                : List.of();
    }
}
