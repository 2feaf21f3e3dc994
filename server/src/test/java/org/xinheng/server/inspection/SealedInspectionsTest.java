package org.xinheng.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a plan is committed to is what is drawn; what cannot be drawn is not sealed. */
class SealedInspectionsTest extends InspectionServer {

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
    void aPlanIsPublicLongEnoughBeforeTheFirstVisit() {
        MockHttpServletResponse made = plans("soon", "2026-07-28", "2026-08-20");
        String path = Objects.requireNonNull(made.getHeader("Location"));
        assertThat(text(sends(OFFICER, path, "act", "seal"))).contains("检查最早可于 2026-08-03 开始");
        assertThat(sees(null, "/inspections/" + id(path)).getStatus())
                .as("not committed to, not public")
                .isEqualTo(404);
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
