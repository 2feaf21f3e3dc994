package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.advice.Advising;
import org.xinheng.server.inspection.RiskClasses;
import tools.jackson.databind.JsonNode;

/** A poor grade brings advice and offers, and nothing comes of leaving them. */
class AdviceTest extends RecordsServer {

    private static final String ADVICE = "/api/v1/evaluations/advice";
    private static final String OWN = "/evaluations/advice/own";

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Advising advising;

    @Autowired
    private RiskClasses classes;

    @BeforeEach
    void register() throws Exception {
        setup.client("oversight", SECRET, Set.of(Permission.OVERSEE), null);
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        deliver(penalties(base, 2));
        look();
    }

    private void look() {
        evaluations.follow();
        advising.look();
    }

    private void fall() throws Exception {
        poorGrade(base);
        look();
    }

    private List<Long> documents(int number) {
        return sql.sql("""
                        SELECT id FROM service.document WHERE kind = 'evaluation.advice' AND organisation_id = :id ORDER BY id
                        """)
                .param("id", organisation(number).id())
                .query(Long.class)
                .list();
    }

    private JsonNode advice(int number) throws Exception {
        for (JsonNode one : json(server.get(ADVICE, server.token("oversight", SECRET)))) {
            if (one.path("code").asString().equals(PenaltyFile.code(number))) {
                return one;
            }
        }
        throw new AssertionError("nobody was advised under " + PenaltyFile.code(number));
    }

    @Test
    void aGradeThatFallsBringsAdviceOnceIntoTheInbox() throws Exception {
        assertThat(documents(base)).as("not poor yet").isEmpty();
        assertThat(party(base).reads(OWN).body()).contains("没有建议");

        fall();
        assertThat(documents(base)).hasSize(1);
        assertThat(documents(base + 1)).as("another one, not poor").isEmpty();
        assertThat(party(base)
                        .reads("/documents/" + documents(base).getFirst() + "/original")
                        .body())
                .contains("信用提升建议书", "改善途径", "可以免费参加的信用培训", "信用修复政策与办理", "不产生任何影响");
        assertThat(party(base).reads(OWN).body())
                .contains("主要原因", "怎样可以改善", "参加提示约谈", "企业合规与履约管理")
                .doesNotContain("风险");
        assertThat(party(base + 1).reads(OWN).body()).contains("没有建议");

        look();
        advising.look();
        assertThat(documents(base)).as("the same result brings nothing again").hasSize(1);
    }

    @Test
    void theOrganisationAnswersAsItLikesAndTheOfficeSeesIt() throws Exception {
        fall();
        String id = advice(base).path("id").asString();
        assertThat(advice(base).has("answer")).isFalse();
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/evaluations/advice").body())
                .contains("未答复（不产生影响）", "第 1–");
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .reads("/evaluations/advice?page=999")
                        .status())
                .as("the last page")
                .isEqualTo(200);

        assertThat(party(base + 1).sends(OWN + "/" + id, "talk", "true").status())
                .as("another one's")
                .isEqualTo(404);
        assertThat(party(base)
                        .sends(OWN + "/" + id, "talk", "true", "courses", "repair", "courses", "made-up")
                        .location())
                .endsWith(OWN);
        assertThat(advice(base).path("answer").path("talk").asBoolean()).isTrue();
        assertThat(advice(base).path("answer").path("courses").toString()).isEqualTo("[\"repair\"]");
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/evaluations/advice").body())
                .contains("愿意参加提示约谈", "愿意参加培训：信用修复政策与办理");

        party(base).sends(OWN + "/" + id);
        assertThat(advice(base).path("answer").path("talk").asBoolean())
                .as("the last answer counts")
                .isFalse();
    }

    /** Grade, class, cases and documents are the same for who declines, who is silent, and who accepts. */
    @Test
    void nothingComesOfDecliningOrSilence() throws Exception {
        fall();
        String before = standing();
        String id = advice(base).path("id").asString();
        party(base).sends(OWN + "/" + id);
        look();
        assertThat(standing()).as("declined").isEqualTo(before);
        party(base).sends(OWN + "/" + id, "talk", "true", "courses", "repair");
        look();
        assertThat(standing()).as("accepted").isEqualTo(before);
    }

    private String standing() {
        long id = organisation(base).id();
        var result = evaluations
                .explain("enterprise", organisation(base), day())
                .flatMap(one -> one.result().rated())
                .orElseThrow();
        return result.grade().id()
                + " " + result.points()
                + " " + classes.of(id)
                + " "
                + archive.currentOf(id).stream()
                        .map(one -> one.address() + one.version() + one.marks())
                        .sorted()
                        .toList()
                + " "
                + sql.sql("SELECT count(*) FROM casework.case_file WHERE organisation_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                + " "
                + sql.sql("SELECT count(*) FROM service.document WHERE organisation_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single();
    }

    @Test
    void whoDidBetterIsToldThatThereIsNothingToDo() throws Exception {
        fall();
        for (RecordVersion one : archive.currentOf(organisation(base).id())) {
            archive.end(one.address(), Ending.REPAIRED, "修〔2026〕" + one.recordId() + "号", "", "test");
        }
        look();
        assertThat(party(base).reads(OWN).body()).contains("已不属于提出建议的等级");
        assertThat(documents(base)).hasSize(1);
    }
}
