package org.xinheng.server.correction.page;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.CorrectionText;
import org.xinheng.server.correction.hook.HookStore;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages of corrections. */
@Configuration(proxyBeanMethods = false)
class CorrectionPagesConfiguration {

    @Bean
    Board correctionBoard(NoticeWriting.Stores stores, Clock clock) {
        return new Board(stores, clock);
    }

    @Bean
    ConsumersController.Register registerOfConsumers(
            Consumers consumers, NoticeWriting.Stores stores, HookStore hooks) {
        return new ConsumersController.Register(consumers, stores.consumers(), hooks);
    }

    @Bean
    NavigationEntry.Offer correctionsNavigation() {
        return () -> List.of(
                new NavigationEntry(
                        75,
                        Place.FOOTER,
                        BoardPage.PATH,
                        words -> words.say(CorrectionText.NAV_BOARD),
                        Audience.EVERYBODY),
                new NavigationEntry(
                        570,
                        Place.MORE,
                        ConsumersPage.PATH,
                        words -> words.say(CorrectionText.NAV_CONSUMERS),
                        Audience.OFFICE));
    }
}
