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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.xinheng.core.draw.Bundle;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.testkit.clock.StandingClock;
import org.xinheng.testkit.code.CodeMint;

/** A body plans, commits, draws and visits; everybody computes it again, and nobody is told too early. */
@SpringBootTest(
        classes = {XinhengApplication.class, InspectionStoryTest.Time.class},
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class InspectionStoryTest {

    private static final int POOL = 60;
    private static final Actor OFFICER = actor("officer", "market", Role.SUPERVISING_OFFICER);
    private static final Actor STRANGER = actor("stranger", "ecology", Role.SUPERVISING_OFFICER);
    private static final Actor AUDITOR = actor("auditor", null, Role.AUDITOR);
    private static final Actor OFFICE = actor("office", null, Role.CREDIT_OFFICE);
    private static final String VALUE = "03 09 14 21 27 32 + 08";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    static Path folder;

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
    private List<String> codes = List.of();

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
        registry.add("xinheng.data", folder::toString);
    }

    private static Actor actor(String name, @Nullable String source, Role role) {
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
                    null));
        }
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> register.open(base, "market").add(rows));
        codes = List.copyOf(minted);
        for (int i = 1; i <= 4; i++) {
            sends(OFFICER, "/inspections/staff", "number", "ZF" + i, "qualifications", "食品 消防", "serves", "yes");
        }
    }

    private MockHttpServletResponse sees(@Nullable Actor actor, String path) {
        return perform(actor, MockMvcRequestBuilders.get(URI.create(path)));
    }

    private MockHttpServletResponse sends(Actor actor, String path, String... namesAndValues) {
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

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse plans(String key, String first, String last) {
        return plans(key, first, last, "2026-07-28 21:15");
    }

    private MockHttpServletResponse plans(String key, String first, String last, String published) {
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
    private String planned(String key) {
        MockHttpServletResponse made = plans(key, "2026-08-05", "2026-08-20");
        assertThat(made.getStatus()).as(text(made)).isEqualTo(303);
        return Objects.requireNonNull(made.getHeader("Location"));
    }

    private String sealed(String key) {
        String path = planned(key);
        MockHttpServletResponse sealed = sends(OFFICER, path, "act", "seal");
        assertThat(sealed.getStatus()).as(text(sealed)).isEqualTo(303);
        return path;
    }

    private String drawn(String key) {
        String path = sealed(key);
        clock.set("2026-07-29T01:00:00Z");
        MockHttpServletResponse drawn = sends(OFFICER, path, "act", "draw", "entropy", VALUE);
        assertThat(drawn.getStatus()).as(text(drawn)).isEqualTo(303);
        return path;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<String> lines(String path, String kind) {
        MockHttpServletResponse file = sees(null, "/api/v1/inspections/" + id(path) + "/" + kind);
        assertThat(file.getStatus()).as(text(file)).isEqualTo(200);
        return List.of(text(file).split("\n"));
    }

    private List<Integer> visits(String path) {
        return sql.sql("SELECT no FROM inspection.visit WHERE plan_id = :plan ORDER BY no")
                .param("plan", Long.parseLong(id(path)))
                .query(Integer.class)
                .list();
    }

    @Test
    void fromThePlanToABundleThatHolds() throws Bundle.BrokenBundle {
        String path = drawn("story");
        String open = "/inspections/" + id(path);
        assertThat(text(sees(null, open))).contains("已抽取，检查中", VALUE).doesNotContain(codes);
        assertThat(sees(null, "/api/v1/inspections/" + id(path) + "/bundle").getStatus())
                .as("visits are not announced")
                .isEqualTo(404);
        assertThat(text(sees(OFFICER, path))).contains("ZF");

        clock.set("2026-08-06T01:00:00Z");
        for (int no : visits(path)) {
            MockHttpServletResponse entered = sends(
                    OFFICER,
                    path,
                    "act",
                    "result",
                    "no",
                    Integer.toString(no),
                    "day",
                    "2026-08-05",
                    "outcome",
                    "nothing");
            assertThat(entered.getStatus()).as(text(entered)).isEqualTo(303);
        }

        assertThat(text(sees(null, open))).contains("名单和结果已公开", "未发现问题", "/organisations/91990101");
        Bundle bundle = Bundle.read(lines(path, "bundle"));
        assertThat(bundle.check()).isEmpty();
        assertThat(bundle.visits()).hasSameSizeAs(visits(path)).isNotEmpty();
        assertThat(lines(path, "bundle").subList(0, lines(path, "frozen").size()))
                .isEqualTo(lines(path, "frozen"));
        assertThat(text(sees(null, "/api/v1/inspections/verify_draw.py"))).startsWith("#!/usr/bin/env python3");
    }

    @Test
    void theListIsPublicWhenItsPeriodIsOverWhateverTheBodyDoes() {
        String path = drawn("silent");
        clock.set("2026-08-21T01:00:00Z");
        assertThat(text(sees(null, "/inspections/" + id(path)))).contains("检查中");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(null, "/inspections/" + id(path)))).contains("名单和结果已公开", "已经逾期");
    }

    @Test
    void aValueThatIsOutBeforeTheCommitmentIsRefusedByTheProgramAndByTheDatabase() {
        MockHttpServletResponse made = plans("old", "2026-08-05", "2026-08-20", "2026-07-27 09:00");
        String path = Objects.requireNonNull(made.getHeader("Location"));
        MockHttpServletResponse refused = sends(OFFICER, path, "act", "seal");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(text(refused)).contains("不予采用");
        ThrowingCallable planted =
                () -> sql.sql("""
                        INSERT INTO inspection.seal (plan_id, root, sealed_at, published_at, pack, visits, frozen, annex,
                            openings, actor)
                        SELECT id, repeat('0', 64), published_at, published_at, 'x', 1, 'x', 'x', 'x', 'x'
                          FROM inspection.plan WHERE id = :plan
                        """).param("plan", Long.parseLong(id(path))).update();
        Assertions.assertThatThrownBy(planted).hasMessageContaining("commitment_first");
    }

    @Test
    void noValueButTheOneOfThePlanDecidesAndNoneBeforeItIsOut() {
        assertThat(text(sends(OFFICER, "/inspections/desk", "title", "随机", "source", "随便一个号码")))
                .contains("请从规则包列出的随机数来源中选择一个");
        String path = sealed("awaited");
        assertThat(lines(path, "frozen")).contains("source\t中国福利彩票双色球开奖号码 2026088期 2026-07-28T13:15:00Z");

        clock.set("2026-07-28T13:14:59Z");
        assertThat(text(sends(OFFICER, path, "act", "draw", "entropy", VALUE, "published", "2026-07-27 21:15")))
                .contains("尚未到来");
        assertThat(visits(path)).isEmpty();
        clock.set("2026-07-28T13:15:00Z");
        assertThat(sends(OFFICER, path, "act", "draw", "entropy", VALUE).getStatus())
                .isEqualTo(303);
        assertThat(sql.sql("SELECT published_at FROM inspection.draw WHERE plan_id = :plan")
                        .param("plan", Long.parseLong(id(path)))
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo("2026-07-28T13:15:00Z");
    }

    @Test
    void eachStepIsTakenOnce() {
        String path = drawn("once");
        assertThat(text(sends(OFFICER, path, "act", "seal"))).contains("每一步只能办理一次");
        assertThat(text(sends(OFFICER, path, "act", "draw", "entropy", "1"))).contains("每一步只能办理一次");
        assertThat(plans("once", "2026-08-05", "2026-08-20").getHeader("Location"))
                .as("the form sent again")
                .isEqualTo(path);
        MockHttpServletResponse other = plans("once", "2026-08-05", "2026-08-21");
        assertThat(other.getStatus()).as("the form sent again with other days").isEqualTo(400);
        assertThat(text(other)).contains("另一份内容不同的计划");
    }

    @Test
    void aPlanIsPublicLongEnoughBeforeTheFirstVisit() {
        MockHttpServletResponse made = plans("soon", "2026-07-28", "2026-08-20");
        String path = Objects.requireNonNull(made.getHeader("Location"));
        assertThat(text(sends(OFFICER, path, "act", "seal"))).contains("检查最早可于 2026-08-03 开始");
        assertThat(sees(null, "/inspections/" + id(path)).getStatus())
                .as("not committed to, not public")
                .isEqualTo(404);
    }

    @Test
    void onlyTheInspectingBodyTakesStepsAndOnlyTheAuditorReadsTheFullBundle() throws Bundle.BrokenBundle {
        String path = drawn("scope");
        assertThat(sees(STRANGER, path).getStatus()).isEqualTo(404);
        assertThat(sends(STRANGER, path, "act", "seal").getStatus()).isEqualTo(404);
        assertThat(sees(OFFICE, path).getStatus()).isEqualTo(403);
        assertThat(sees(AUDITOR, path).getStatus()).isEqualTo(403);

        String full = "/inspections/" + id(path) + "/full-bundle";
        assertThat(sends(OFFICER, full, "purpose", "核对").getStatus()).isEqualTo(403);
        assertThat(sends(OFFICE, full, "purpose", "核对").getStatus()).isEqualTo(403);
        assertThat(sends(AUDITOR, full, "purpose", "").getStatus()).isEqualTo(400);
        MockHttpServletResponse given = sends(AUDITOR, full, "purpose", "专项审计二〇二六");
        assertThat(given.getStatus()).isEqualTo(200);
        Bundle bundle = Bundle.read(List.of(text(given).split("\n")));
        assertThat(bundle.check()).isEmpty();
        assertThat(bundle.annex()).isNotNull();
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE purpose = '专项审计二〇二六'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyVisitsWhereHeMayNot() {
        for (String code : codes) {
            sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF1", "code", code, "stands", "yes");
        }
        String path = drawn("conflict");
        assertThat(visits(path)).isNotEmpty();
        assertThat(sql.sql("SELECT count(*) FROM inspection.visit WHERE plan_id = :plan AND 'ZF1' = ANY (team)")
                        .param("plan", Long.parseLong(id(path)))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(text(sends(AUDITOR, "/inspections/" + id(path) + "/full-bundle", "purpose", "核对回避情况")))
                .contains("conflict\t" + codes.getFirst() + "\tZF1");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(lines(path, "bundle"))
                .anyMatch(line -> line.startsWith("visit\t"))
                .noneMatch(line -> line.startsWith("conflict\t"));
    }

    @Test
    void anOrganisationOpensItsOwnTicketWhenTheVisitsAreOver() {
        String path = drawn("own");
        Actor own =
                new Actor("own", Actor.Kind.CLERK, null, codes.getFirst(), Set.copyOf(Role.ORGANISATION.permissions()));
        assertThat(text(sees(own, "/inspections/own"))).doesNotContain("专项抽查own");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(own, "/inspections/own"))).contains("专项抽查own", "open\t", codes.getFirst());
        assertThat(lines(path, "frozen")).anyMatch(line -> line.startsWith("ticket\t"));
    }

    @Test
    void whatCannotBeUsedIsSaidBesideItsField() {
        assertThat(text(sends(OFFICER, "/inspections/desk", "title", "", "codes", "91990101MA0000", "first", "8月")))
                .contains("请至少选择一个抽查事项", "没有统一社会信用代码");
        assertThat(text(sends(OFFICER, "/inspections/staff", "number", "13800138000", "serves", "yes")))
                .contains("工号只能由字母、数字和短横组成");
        assertThat(text(sends(OFFICER, planned("wrong"), "act", "fly"))).contains("没有这一步骤");
    }

    /** A copy of a sealed plan whose kept tickets say of every organisation that it needs one qualification less. */
    private long tampered(String path) {
        long copy = sql.sql("""
                        INSERT INTO inspection.plan (authority, title, items, source, issue, published_at, division, codes,
                            first_day, last_day, form_key, actor, made_at)
                        SELECT authority, title, items, source, issue, published_at, division, codes, first_day, last_day,
                               form_key || ' copy', actor, made_at
                          FROM inspection.plan WHERE id = :plan RETURNING id
                        """)
                .param("plan", Long.parseLong(id(path)))
                .query(Long.class)
                .single();
        sql.sql("""
                        INSERT INTO inspection.seal (plan_id, root, sealed_at, published_at, pack, visits, frozen, annex,
                            openings, actor)
                        SELECT :copy, root, sealed_at, published_at, pack, visits, frozen, annex,
                               replace(openings, '消防,食品', '食品'), actor
                          FROM inspection.seal WHERE plan_id = :plan
                        """).param("copy", copy).param("plan", Long.parseLong(id(path))).update();
        return copy;
    }

    @Test
    void ticketsThatAreNotThoseCommittedToAreNeitherDrawnNorGivenToTheAuditor() {
        String path = sealed("tampered");
        long copy = tampered(path);
        clock.set("2026-07-29T01:00:00Z");
        MockHttpServletResponse refused = sends(OFFICER, "/inspections/desk/" + copy, "act", "draw", "entropy", VALUE);
        assertThat(text(refused)).contains("与承诺不符");
        assertThat(visits("/" + copy)).isEmpty();

        sql.sql("""
                        INSERT INTO inspection.draw (plan_id, published_at, entropy, bundle, actor, drawn_at)
                        SELECT plan_id, published_at, 'x', 'x', 'x', published_at
                          FROM inspection.seal WHERE plan_id = :copy
                        """).param("copy", copy).update();
        MockHttpServletResponse full = sends(AUDITOR, "/inspections/" + copy + "/full-bundle", "purpose", "专项审计二〇二七");
        assertThat(full.getStatus()).isEqualTo(500);
    }

    private long copied(String path, String item) {
        return sql.sql("""
                        INSERT INTO inspection.plan (authority, title, items, source, issue, published_at, division, codes,
                            first_day, last_day, form_key, actor, made_at)
                        SELECT authority, title, ARRAY[:item], source, issue, published_at, division, codes, first_day,
                               last_day, form_key || :item, actor, made_at
                          FROM inspection.plan WHERE id = :plan RETURNING id
                        """)
                .param("item", item)
                .param("plan", Long.parseLong(id(path)))
                .query(Long.class)
                .single();
    }

    @Test
    void anItemThatLeftThePackIsNotInspectedByWhoeverIsThere() {
        long gone = copied(planned("gone"), "given-up");
        assertThat(text(sends(OFFICER, "/inspections/desk/" + gone, "act", "seal")))
                .contains("不再列有计划中的以下抽查事项", "given-up");
        assertThat(sees(null, "/inspections/" + gone).getStatus()).isEqualTo(404);
    }

    @Test
    void aConflictIsOfAnInspectorOfTheBodyAndStandsOnItsPageUntilItIsOver() {
        String code = codes.getFirst();
        MockHttpServletResponse unknown =
                sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF99", "code", code, "stands", "yes");
        assertThat(unknown.getStatus()).isEqualTo(400);
        assertThat(text(unknown)).contains("没有登记参加抽查的工号", "ZF99").doesNotContain(code);

        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF2", "code", code, "stands", "yes");
        assertThat(text(sees(OFFICER, "/inspections/staff"))).contains(code);
        assertThat(text(sees(STRANGER, "/inspections/staff"))).doesNotContain(code, "ZF2");
        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF2", "code", code, "stands", "no");
        assertThat(text(sees(OFFICER, "/inspections/staff"))).doesNotContain(code);
    }

    @Test
    void whoReadsTheStaffRegisterIsInTheLog() {
        sees(actor("curious", "market", Role.SUPERVISING_OFFICER), "/inspections/staff");
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE actor = 'curious' AND what = 'inspection.staff'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The second one waits for the first one's transaction and sees nothing of it in its own statement. */
    @Test
    void aFormSentTwiceAtOnceMakesOnePlan() {
        CompletableFuture<MockHttpServletResponse> second = new CompletableFuture<>();
        MockHttpServletResponse first = Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
            MockHttpServletResponse made = plans("double", "2026-08-05", "2026-08-20");
            Thread.ofVirtual().start(() -> {
                try {
                    second.complete(plans("double", "2026-08-05", "2026-08-20"));
                } catch (AssertionError e) {
                    second.completeExceptionally(e);
                }
            });
            Awaitility.await()
                    .until(() -> sql.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            return made;
        }));
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(second.join().getStatus()).isEqualTo(303);
        assertThat(second.join().getHeader("Location")).isEqualTo(first.getHeader("Location"));
    }

    private void merge(String code, String into) {
        sql.sql("""
                        INSERT INTO organisation.redirect (from_id, position, to_id, reason, actor)
                        SELECT f.id, (SELECT coalesce(max(position), 0) + 1 FROM organisation.redirect), t.id, '同一组织', 'test'
                          FROM organisation.organisation f, organisation.organisation t WHERE f.code = :code AND t.code = :into
                        """).param("code", code).param("into", into).update();
    }

    @Test
    void aConflictWithAMergedEntryHoldsForTheOneThatItLedTo() {
        String merged = codes.getLast();
        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF3", "code", merged, "stands", "yes");
        merge(merged, codes.getFirst());
        codes = codes.subList(0, POOL - 1);
        String path = drawn("merged");
        assertThat(text(sends(AUDITOR, "/inspections/" + id(path) + "/full-bundle", "purpose", "核对合并后的回避"))
                        .split("\n"))
                .contains("conflict\t" + codes.getFirst() + "\tZF3");
    }

    @Test
    void anOrganisationOpensTheTicketsOfEntriesMergedIntoItToo() {
        drawn("merged-own");
        merge(codes.get(1), codes.getFirst());
        Actor own =
                new Actor("own", Actor.Kind.CLERK, null, codes.getFirst(), Set.copyOf(Role.ORGANISATION.permissions()));
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(own, "/inspections/own"))).contains(codes.getFirst(), codes.get(1));
    }

    @Test
    void whatCannotStandInADrawIsSaidWithoutTheWordsOfAnException() {
        long unfit = sql.sql("""
                        INSERT INTO inspection.plan (authority, title, items, source, issue, published_at, division, codes,
                            first_day, last_day, form_key, actor, made_at)
                        SELECT authority, 'a' || chr(9) || 'b', items, source, issue, published_at, division, codes,
                               first_day, last_day, form_key || ' unfit', actor, made_at
                          FROM inspection.plan WHERE id = :plan RETURNING id
                        """)
                .param("plan", Long.parseLong(id(planned("unfit"))))
                .query(Long.class)
                .single();
        assertThat(text(sends(OFFICER, "/inspections/desk/" + unfit, "act", "seal")))
                .contains("不能写入抽查文件的字符")
                .doesNotContain("cannot stand");
    }

    @Test
    void aDrawKnowsThePoolAsItWasSealedWhateverWasMergedSince() {
        String outside = codes.getLast();
        codes = codes.subList(0, POOL - 1);
        String path = sealed("later");
        codes.forEach(code -> merge(code, outside));
        clock.set("2026-07-29T01:00:00Z");
        assertThat(sends(OFFICER, path, "act", "draw", "entropy", VALUE).getStatus())
                .isEqualTo(303);
        assertThat(sql.sql("""
                                SELECT o.code FROM inspection.visit v
                                  JOIN organisation.organisation o ON o.id = v.organisation_id WHERE v.plan_id = :plan
                                """)
                        .param("plan", Long.parseLong(id(path)))
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .isSubsetOf(codes);
    }

    @Test
    void aPoolPickedByHandIsNoDraw() {
        codes = codes.subList(0, 4);
        String few = planned("few");
        assertThat(text(sends(OFFICER, few, "act", "seal"))).contains("可抽取的组织只有 4 家，少于规则包规定的 5 家");
        assertThat(sees(null, "/inspections/" + id(few)).getStatus()).isEqualTo(404);
    }
}
