package org.xinheng.server;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The Spring side of the server; {@code org.xinheng.server.cli} starts it. The authorization server is wired by
 * {@code access}, with opaque tokens: nothing here needs keys for JWT.
 */
@SpringBootApplication(
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
public class XinhengApplication {

    /**
     * The one clock: days are those of China, wherever the machine stands.
     *
     * @param today ISO day on which the server is to begin, for the demo: its clock goes on from there. Empty for the real one
     */
    @Bean
    Clock clock(@Value("${xinheng.today:}") String today) {
        Clock real = Clock.system(ZoneId.of("Asia/Shanghai"));
        return today.isEmpty()
                ? real
                : Clock.offset(
                        real, Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(real), LocalDate.parse(today))));
    }
}
