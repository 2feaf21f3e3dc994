package org.xinheng.server.measure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.testkit.clock.RunningClock;

/** A server that is asked about organisations, with a clock that goes on and can be put forward; one for all test classes. */
@SpringBootTest(
        classes = {XinhengApplication.class, ChecksServer.Time.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
abstract class ChecksServer extends AskedServer {

    private static final Path FOLDER = DataFolder.of("checks-server");

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient sql;

    @Autowired
    RunningClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        RunningClock runningClock() {
            return new RunningClock(Instant.now(Clock.systemUTC()));
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", FOLDER::toString);
    }
}
