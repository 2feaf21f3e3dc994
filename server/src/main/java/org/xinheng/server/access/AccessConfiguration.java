package org.xinheng.server.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.account.AccessSettings;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Clients;
import org.xinheng.server.access.account.FirstAdministrator;
import org.xinheng.server.access.account.GivenAccounts;
import org.xinheng.server.access.account.KeptGrantees;
import org.xinheng.server.access.account.KeyedRequests;
import org.xinheng.server.access.account.LoggedReads;
import org.xinheng.server.access.account.ReadLog;
import org.xinheng.server.access.account.Revocations;
import org.xinheng.server.access.account.ShownReadings;
import org.xinheng.server.access.account.Tokens;
import org.xinheng.server.access.guard.ActorOfRequest;
import org.xinheng.server.access.limit.LimitSettings;
import org.xinheng.server.access.oidc.OidcSettings;
import org.xinheng.server.access.oidc.Provider;
import org.xinheng.server.access.second.SecondFactors;
import org.xinheng.server.database.KeyFile;

/** Wires what is stored about who may do what; the doors of the web are wired by {@code guard}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, LimitSettings.class, OidcSettings.class})
class AccessConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);
    private static final String HASH = "bcrypt";
    private static final String SECOND_FACTORS = "second-factors";

    @Bean
    PasswordEncoder passwordEncoder(AccessSettings settings) {
        return new DelegatingPasswordEncoder(HASH, Map.of(HASH, new BCryptPasswordEncoder(settings.passwordRounds())));
    }

    @Bean
    Revocations revocations(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        return new Revocations(sql, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Accounts accounts(JdbcClient sql, PlatformTransactionManager transactions, Revocations revocations, Clock clock) {
        return new Accounts(sql, new TransactionTemplate(transactions), revocations, clock);
    }

    @Bean
    SignInWays signInWays(OidcSettings oidc) {
        return new SignInWays(oidc.given() ? Provider.BEGIN : null);
    }

    @Bean
    SecondFactors secondFactors(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Revocations revocations,
            @Value("${xinheng.data:data}") Path folder,
            Clock clock) {
        return new SecondFactors(
                sql,
                new TransactionTemplate(transactions),
                revocations,
                KeyFile.read(folder.resolve("keys"), SECOND_FACTORS),
                clock);
    }

    /** A lost or foreign key is no reason to keep everybody out: it is said at once, and recovery codes go on. */
    @Bean
    ApplicationRunner lookAtSecondFactors(SecondFactors factors, @Value("${xinheng.data:data}") Path folder) {
        return _ -> {
            int lost = factors.unreadable();
            if (lost > 0) {
                log.error(
                        "{} second factors cannot be read with {}: put the key of the backup there and start again, or let"
                                + " these clerks sign in with recovery codes and the administrator give them new passwords",
                        lost,
                        folder.resolve("keys").resolve(SECOND_FACTORS));
            }
        };
    }

    @Bean
    Clients clients(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Revocations revocations,
            PasswordEncoder secrets,
            Clock clock) {
        return new Clients(sql, new TransactionTemplate(transactions), revocations, secrets, clock);
    }

    @Bean
    Tokens tokens(JdbcClient sql, Revocations revocations, Clock clock) {
        return new Tokens(sql, revocations, clock);
    }

    @Bean
    Readings readings(JdbcClient sql, Clock clock) {
        return new ShownReadings(sql, clock);
    }

    @Bean
    KeyedRequests keyedRequests(JdbcClient sql, AccessSettings settings, Clock clock) {
        return new KeyedRequests(sql, clock, settings.answersKept());
    }

    /** Answers that are no longer kept go when the server starts, and some with each further request that has a key. */
    @Bean
    ApplicationRunner forgetKeyedRequests(KeyedRequests requests) {
        return _ -> requests.forget();
    }

    @Bean
    AccessLog accessLog(JdbcOperations jdbc, Clock clock) {
        return new ReadLog(jdbc, clock);
    }

    @Bean
    ReadSearch readSearch(JdbcClient sql) {
        return new LoggedReads(sql);
    }

    @Bean
    Grantees grantees(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Accounts accounts,
            Clients clients,
            PasswordEncoder passwords,
            Clock clock) {
        return new KeptGrantees(sql, new TransactionTemplate(transactions), accounts, clients, passwords, clock);
    }

    @Bean
    CurrentActor currentActor() {
        return new ActorOfRequest();
    }

    @Bean
    AccountsSetup accountsSetup(Accounts accounts, Clients clients, PasswordEncoder passwords) {
        return new GivenAccounts(accounts, clients, passwords);
    }

    /** {@code demo} opens its own accounts and says {@code xinheng.access.first-administrator=false}. */
    @Bean
    ApplicationRunner firstAdministrator(
            AccessSettings settings,
            Accounts accounts,
            PasswordEncoder passwords,
            @Value("${xinheng.data:data}") Path folder) {
        return arguments -> {
            if (settings.firstAdministrator()) {
                new FirstAdministrator(accounts, passwords, folder)
                        .open()
                        .ifPresent(file -> log.info("the administrator's password stands in {}", file));
            }
        };
    }
}
