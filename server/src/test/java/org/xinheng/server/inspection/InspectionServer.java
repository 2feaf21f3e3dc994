package org.xinheng.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.DataFolder;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.testkit.clock.StandingClock;
import org.xinheng.testkit.code.CodeMint;

/** A body with a pool of its own that plans inspections, and everybody who looks on; one server for all test classes. */
@SpringBootTest(
        classes = {XinhengApplication.class, InspectionServer.Time.class},
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
abstract class InspectionServer {

    static final int POOL = 60;
    static final Actor OFFICER = actor("officer", "market", Role.SUPERVISING_OFFICER);
    static final Actor STRANGER = actor("stranger", "ecology", Role.SUPERVISING_OFFICER);
    static final Actor AUDITOR = actor("auditor", null, Role.AUDITOR);
    static final Actor OFFICE = actor("office", null, Role.CREDIT_OFFICE);
    static final String VALUE = "03 09 14 21 27 32 + 08";
    private static final Path FOLDER = DataFolder.of("inspection-server");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    WebApplicationContext context;

    @Autowired
    RegisterImport register;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    StandingClock clock;

    private MockMvc pages;
    List<String> codes = List.of();

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock(Instant.parse("2026-07-27T01:00:00Z"));
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", FOLDER::toString);
    }

    static Actor actor(String name, @Nullable String source, Role role) {
        return new Actor(name, Actor.Kind.CLERK, source, role.permissions());
    }

    @BeforeEach
    void open() {
        clock.set("2026-07-27T01:00:00Z");
        Filter languages = Objects.requireNonNull(
                context.getBean("languageFilter", FilterRegistrationBean.class).getFilter());
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        pages = builder.addFilters(languages).apply(springSecurity()).build();
        int base = NEXT.incrementAndGet() * 1_000;
        List<RegisterRow> rows = new ArrayList<>();
        List<String> minted = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            String code = CodeMint.uscc("91", "990101", 52_000_000L + base + i);
            minted.add(code);
            rows.add(new RegisterRow(
                    i + 1,
                    "澜衡示例食品第" + (base + i) + "有限公司",
                    code,
                    List.of(),
                    Organisation.State.EXISTING,
                    LocalDate.of(2020, 1, 1),
                    null,
                    null,
                    "990101",
                    null,
                    null,
                    null,
                    null));
        }
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> register.open(base, "market").add(rows));
        codes = List.copyOf(minted);
        for (int i = 1; i <= 4; i++) {
            sends(OFFICER, "/inspections/staff", "number", "ZF" + i, "qualifications", "食品 消防", "serves", "yes");
        }
    }

    MockHttpServletResponse sees(@Nullable Actor actor, String path) {
        return perform(actor, MockMvcRequestBuilders.get(URI.create(path)));
    }

    MockHttpServletResponse sends(Actor actor, String path, String... namesAndValues) {
        var form = MockMvcRequestBuilders.post(URI.create(path)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return perform(actor, form);
    }

    private MockHttpServletResponse perform(@Nullable Actor actor, MockHttpServletRequestBuilder request) {
        try {
            var asked = actor == null
                    ? request
                    : request.with(
                            authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
            MockHttpServletResponse response = pages.perform(asked).andReturn().getResponse();
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MockHttpServletResponse plans(String key, String first, String last) {
        return plans(key, first, last, "2026-07-28 21:15");
    }

    MockHttpServletResponse plans(String key, String first, String last, String published) {
        return sends(
                OFFICER,
                "/inspections/desk",
                "title",
                "食品销售专项抽查" + key,
                "items",
                "food-sale",
                "items",
                "fire-safety",
                "source",
                "welfare-lottery",
                "issue",
                "2026088期",
                "published",
                published,
                "division",
                "990101",
                "codes",
                String.join("\n", codes),
                "first",
                first,
                "last",
                last,
                "key",
                key);
    }

    /** Path of a plan that was made. */
    String planned(String key) {
        MockHttpServletResponse made = plans(key, "2026-08-05", "2026-08-20");
        assertThat(made.getStatus()).as(text(made)).isEqualTo(303);
        return Objects.requireNonNull(made.getHeader("Location"));
    }

    String sealed(String key) {
        String path = planned(key);
        MockHttpServletResponse sealed = sends(OFFICER, path, "act", "seal");
        assertThat(sealed.getStatus()).as(text(sealed)).isEqualTo(303);
        return path;
    }

    String drawn(String key) {
        String path = sealed(key);
        clock.set("2026-07-29T01:00:00Z");
        MockHttpServletResponse drawn = sends(OFFICER, path, "act", "draw", "entropy", VALUE);
        assertThat(drawn.getStatus()).as(text(drawn)).isEqualTo(303);
        return path;
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<String> lines(String path, String kind) {
        MockHttpServletResponse file = sees(null, "/api/v1/inspections/" + id(path) + "/" + kind);
        assertThat(file.getStatus()).as(text(file)).isEqualTo(200);
        return List.of(text(file).split("\n"));
    }

    List<Integer> visits(String path) {
        return sql.sql("SELECT no FROM inspection.visit WHERE plan_id = :plan ORDER BY no")
                .param("plan", Long.parseLong(id(path)))
                .query(Integer.class)
                .list();
    }

    void merge(String code, String into) {
        Mergers.merge(sql, idOf(code), idOf(into));
    }

    private long idOf(String code) {
        return sql.sql("SELECT id FROM organisation.organisation WHERE code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }
}
