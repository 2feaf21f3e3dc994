package org.xinheng.server.access.guard;

import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.testkit.clock.StandingClock;

/** The doors with a few endpoints of each kind behind them, and nothing else of the server. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
@ComponentScan(
        value = {"org.xinheng.server.access", "org.xinheng.server.database"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
class Doors {

    /** Keeps Spring Boot from looking for the whole application. */
    static final class Alone {}

    @Bean
    StandingClock clock() {
        return new StandingClock(Instant.parse("2026-05-11T02:00:00Z"));
    }

    @RestController
    static class Endpoints {

        private final CurrentActor current;

        Endpoints(CurrentActor current) {
            this.current = current;
        }

        @OpenToAll
        @GetMapping("/api/v1/open")
        Map<String, String> open() {
            return Map.of("actor", current.find().map(Actor::name).orElse("nobody"));
        }

        @Requires(Permission.CHECK)
        @PostMapping("/api/v1/closed")
        Map<String, String> closed() {
            return Map.of("actor", current.require(Permission.CHECK).name());
        }

        @GetMapping("/api/v1/undeclared")
        String undeclared() {
            return "reached";
        }

        @OpenToAll
        @GetMapping("/api/v1/away")
        String away() {
            throw new DataAccessResourceFailureException("planted");
        }

        @OpenToAll
        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("planted secret");
        }

        @OpenToAll
        @GetMapping("/login")
        String login(CsrfToken token) {
            return token.getToken();
        }

        @Requires(Permission.CHECK)
        @GetMapping("/api/v1/mine")
        String mine() {
            return "reached";
        }

        @Requires(Permission.OVERSEE)
        @GetMapping("/queue")
        String queue() {
            return "queue of " + current.require(Permission.OVERSEE).name();
        }
    }
}
