package org.xinheng.server.correction.hook;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.casework.NotFollowed;
import org.xinheng.server.consent.ConsentedReaders;
import org.xinheng.server.correction.CorrectionSettings;
import org.xinheng.server.correction.notice.ConsumerStore;
import org.xinheng.server.correction.notice.DutyStore;
import org.xinheng.server.correction.notice.NoticeLog;
import org.xinheng.server.correction.notice.NoticeReading;
import org.xinheng.server.correction.notice.NoticeStore;
import org.xinheng.server.correction.notice.NoticeWriting;
import org.xinheng.server.measure.SubscribedChanges;
import org.xinheng.server.measure.ToldClients;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.seal.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** Wires notices and how they go out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrectionSettings.class)
class CorrectionConfiguration {

    @Bean
    NoticeWriting.Stores correctionStores(JdbcTemplate jdbc) {
        JdbcClient sql = JdbcClient.create(jdbc);
        return new NoticeWriting.Stores(new NoticeStore(jdbc), new ConsumerStore(sql), new DutyStore(sql));
    }

    /** Who re-checks a repair asks here whether everybody followed. */
    @Bean
    NotFollowed behindWithARemoval(NoticeWriting.Stores stores) {
        return stores.duties()::behind;
    }

    @Bean
    NoticeWriting noticeWriting(
            RecordChanges changes,
            NoticeWriting.Stores stores,
            Told told,
            PolicyInForce inForce,
            NoticeWriting.Time time) {
        return new NoticeWriting(changes, stores, told::of, inForce, time);
    }

    @Bean
    Told told(ToldClients checks, ConsentedReaders consents) {
        return new Told(checks, consents);
    }

    /** Whoever was told of a record by a check or on its organisation's consent. */
    record Told(ToldClients checks, ConsentedReaders consents) {

        Set<String> of(long organisationId, String address) {
            Set<String> told = new TreeSet<>(checks.of(organisationId, address));
            told.addAll(consents.of(address));
            return told;
        }
    }

    @Bean
    NoticeWriting.Time timeOfNotices(Clock clock, PlatformTransactionManager transactions) {
        return new NoticeWriting.Time(clock, new TransactionTemplate(transactions));
    }

    @Bean
    NoticeLog noticeLog(AccessLog log) {
        return new NoticeLog(log);
    }

    @Bean
    NoticeReading noticeReading(Archive archive, Organisations organisations, PolicyInForce inForce) {
        return new NoticeReading(archive, organisations, inForce);
    }

    @Bean
    SigningKey correctionKey(@Value("${xinheng.data:data}") Path folder) {
        return SigningKey.read(folder.resolve("keys"), "corrections");
    }

    @Bean
    OutboundAddress outboundAddress(CorrectionSettings settings) {
        return new OutboundAddress(settings.privateAddresses());
    }

    @Bean(destroyMethod = "close")
    Outbound outbound(OutboundAddress addresses, CorrectionSettings settings) {
        return new Outbound(addresses, settings.patience());
    }

    @Bean
    HookStore hookStore(JdbcClient sql) {
        return new HookStore(sql);
    }

    @Bean
    NoticeFeed.Notices noticesOfWebhooks(NoticeWriting.Stores stores, NoticeReading reading, NoticeLog log) {
        return new NoticeFeed.Notices(stores.notices(), stores.consumers(), reading, log);
    }

    @Bean
    NoticeFeed noticeFeed(
            HookStore store, NoticeFeed.Notices notices, JsonMapper json, Clock clock, CorrectionSettings settings) {
        return new NoticeFeed(store, notices, json, clock, settings.batch());
    }

    @Bean
    Webhooks noticeWebhooks(
            HookStore store, NoticeFeed feed, Webhooks.Sending sending, CorrectionSettings settings, Clock clock) {
        return new Webhooks(store, feed, sending, settings, clock);
    }

    @Bean
    Webhooks changeWebhooks(
            HookStore store, ChangeFeed feed, Webhooks.Sending sending, CorrectionSettings settings, Clock clock) {
        return new Webhooks(store, feed, sending, settings, clock);
    }

    @Bean
    ChangeFeed changeFeed(
            HookStore store,
            NoticeWriting.Stores stores,
            SubscribedChanges changes,
            JsonMapper json,
            CorrectionSettings settings) {
        return new ChangeFeed(store, stores.consumers(), changes, json, settings.batch());
    }

    @Bean
    Webhooks.Sending sendingOfWebhooks(Outbound outbound, SigningKey correctionKey) {
        return new Webhooks.Sending(outbound, correctionKey);
    }

    @Bean
    Probes probes(
            HookStore store, NoticeWriting.Stores stores, Outbound outbound, CorrectionSettings settings, Clock clock) {
        return new Probes(store, stores.consumers(), outbound, settings, clock);
    }

    @Bean
    Dispatch.Calls callsToConsumers(Webhooks noticeWebhooks, Webhooks changeWebhooks, Probes probes) {
        return new Dispatch.Calls(noticeWebhooks, changeWebhooks, probes);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Dispatch correctionDispatch(NoticeWriting writing, Dispatch.Calls calls, CorrectionSettings settings) {
        return new Dispatch(writing, calls, settings.look());
    }

    @Bean
    ArchiveEvents archiveEvents(Dispatch dispatch) {
        return new ArchiveEvents(dispatch);
    }
}
