package org.xinheng.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The whole server with the made-up city in it as {@code ./xinheng demo} founds it, once for all, on a day that is always the same. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.access.second-factor=false",
            "xinheng.limits.pages=0",
            "xinheng.pack=demo-city",
            "xinheng.today=2026-11-20",
            // Nothing is written by itself while rows are counted.
            "xinheng.evaluation.follow=false",
            "xinheng.evaluation.give=1d",
            "xinheng.warnings.look=1d",
            "xinheng.breaches.look=1d",
        })
public abstract class FoundedCityServer {

    /** Accounts of the demo and their posts. */
    protected static final Map<String, Role> ROOMS = Map.ofEntries(
            Map.entry("clerk", Role.SOURCE_CLERK),
            Map.entry("office", Role.CREDIT_OFFICE),
            Map.entry("approver", Role.APPROVING_OFFICER),
            Map.entry("auditor", Role.AUDITOR),
            Map.entry("admin", Role.ADMINISTRATOR),
            Map.entry("officer", Role.AUTHORITY_OFFICER),
            Map.entry("head", Role.AUTHORITY_HEAD),
            Map.entry("inspector", Role.SUPERVISING_OFFICER),
            Map.entry("organisation", Role.ORGANISATION),
            Map.entry("banker", Role.CONSENTED_READER),
            Map.entry("window", Role.SERVICE_WINDOW));

    private static final Path FOLDER = DataFolder.of("city-server");
    private static @Nullable JsonNode city;

    @LocalServerPort
    protected int port;

    @Autowired
    private ConfigurableApplicationContext server;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", FOLDER::toString);
    }

    @BeforeEach
    void found() throws IOException {
        if (city == null) {
            city = new DemoCity(server, FOLDER).found();
        }
    }

    /** Code of an organisation of which something adverse is shown; the demo's own account belongs to it. */
    protected static String organisation() {
        return Objects.requireNonNull(city)
                .path("examples")
                .path("HIT")
                .path("code")
                .asString();
    }
}
