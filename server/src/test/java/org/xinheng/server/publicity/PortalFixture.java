package org.xinheng.server.publicity;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.SecondFactor;
import org.xinheng.server.access.SignInWays;
import org.xinheng.server.organisation.InMemoryOrganisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.EndingDays;
import org.xinheng.server.web.Formats;

/**
 * The portal without a database: shell and pages as they are, stores in memory, on a fixed day. It carries no annotation by
 * which the scan of the whole server would find it.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class
})
@ComponentScan(
        value = {"org.xinheng.server.web", "org.xinheng.server.publicity"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.xinheng\\.server\\.publicity\\.own\\..*"))
public class PortalFixture {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Bean
    Clock clock() {
        return Clock.fixed(TODAY.atTime(10, 0).atZone(Formats.BEIJING).toInstant(), Formats.BEIJING);
    }

    @Bean
    PolicyInForce policyInForce() {
        return () -> DemoCity.POLICY;
    }

    /** What the doors of the product say to browsers; they need the database and are proved with it. */
    @Bean
    FilterRegistrationBean<Filter> contentPolicy() {
        return new FilterRegistrationBean<>((request, response, chain) -> {
            ((HttpServletResponse) response)
                    .setHeader(
                            "Content-Security-Policy",
                            "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none';"
                                    + " form-action 'self'; frame-ancestors 'none'");
            chain.doFilter(request, response);
        });
    }

    @Bean
    EndingDays endingDays() {
        return () -> 7;
    }

    @Bean
    InMemoryPublicRecords records() {
        InMemoryPublicRecords records = new InMemoryPublicRecords();
        SampleRecords.all().forEach(records::add);
        return records;
    }

    @Bean
    InMemoryOrganisations organisations() {
        InMemoryOrganisations organisations = new InMemoryOrganisations();
        SampleRecords.organisations().forEach(organisations::add);
        return organisations;
    }

    @Bean
    CurrentActor nobody() {
        return new CurrentActor() {
            @Override
            public Optional<Actor> find() {
                return Optional.empty();
            }

            @Override
            public Actor require(Permission permission) {
                throw new org.springframework.security.access.AccessDeniedException("nobody signed in");
            }
        };
    }

    @Bean
    AccessLog nobodyReads() {
        return new AccessLog() {
            @Override
            public void read(Actor actor, String what, @Nullable Long organisationId, String purpose) {
                throw new AssertionError("nobody signs in here");
            }

            @Override
            public void readAll(Actor actor, String what, List<Read> reads) {
                throw new AssertionError("nobody signs in here");
            }
        };
    }

    @Bean
    SignInWays signInWays() {
        return new SignInWays(null);
    }

    @Bean
    SecondFactor nobodysFactor() {
        return new SecondFactor() {
            @Override
            public boolean hasAccount(Actor actor) {
                return false;
            }

            @Override
            public boolean stands(Actor actor) {
                throw new AssertionError("nobody signs in here");
            }

            @Override
            public Offered offer(Actor actor) {
                throw new AssertionError("nobody signs in here");
            }

            @Override
            public Optional<List<String>> confirm(Actor actor, String code) {
                throw new AssertionError("nobody signs in here");
            }
        };
    }
}
