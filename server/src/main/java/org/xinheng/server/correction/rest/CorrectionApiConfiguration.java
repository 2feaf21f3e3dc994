package org.xinheng.server.correction.rest;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.hook.Dispatch;
import org.xinheng.server.correction.hook.HookStore;
import org.xinheng.server.correction.hook.OutboundAddress;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.NoticeLog;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the API of corrections. */
@Configuration(proxyBeanMethods = false)
class CorrectionApiConfiguration {

    @Bean
    ConsumerStore consumerStore(NoticeWriting.Stores stores) {
        return stores.consumers();
    }

    @Bean
    NoticeStore noticeStore(NoticeWriting.Stores stores) {
        return stores.notices();
    }

    @Bean
    Consumers correctionConsumers(
            ConsumerStore store, HookStore hooks, OutboundAddress addresses, Dispatch dispatch, Clock clock) {
        return new ConsumerDesk(store, hooks, addresses, dispatch, clock);
    }

    @Bean
    ConsumerForms consumerForms(Consumers consumers, PolicyInForce inForce) {
        return new ConsumerForms(consumers, inForce);
    }

    @Bean
    CorrectionsApi.Reader readerOfCorrections(CurrentActor current, NoticeLog log) {
        return new CorrectionsApi.Reader(current, log);
    }
}
