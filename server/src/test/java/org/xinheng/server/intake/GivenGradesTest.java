package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.placed;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.testkit.policy.Edited;
import tools.jackson.databind.JsonNode;

/** A department, an association and a bank learn by themselves that a grade was given, changed, or ended, each by its own rule. */
class GivenGradesTest extends GivenGradesServer {

    @Autowired
    private RecordMarks marks;

    private void rules(String version, Predicate<GradeRelease.Reader> kept) {
        GradeRelease rules = inForce.policy().instruments().gradeRelease();
        policyOfTest = Edited.instrument(
                inForce.policy(),
                version,
                "gradeRelease",
                Edited.with(
                        Objects.requireNonNull(rules),
                        "readers",
                        rules.readers().stream().filter(kept).toList()));
    }

    @Test
    void aGoodGradeIsGivenWithItsBasisAndNothingElse() throws Exception {
        JsonNode line = lines(CHAMBER, base + 1).getFirst();

        assertThat(said(CHAMBER, base + 1)).containsExactly("GIVEN good");
        assertThat(line.path("name").asString()).isEqualTo(PenaltyFile.name(base + 1));
        assertThat(line.path("day").asString()).isEqualTo("2026-06-10");
        assertThat(line.path("rule").asString()).isEqualTo("grade-reader.chamber");
        assertThat(line.path("basis").asString()).contains("第二十四条");
        assertThat(line.path("edition").asString()).isEqualTo(inForce.policy().version());
        assertThat(line.path("notice").asString()).contains("不是资信良好的证明", "不利决定");
        assertThat(line.toString()).doesNotContain("points", "dimensions", "records", "risk");
        assertThat(said(MARKET, base + 1)).containsExactly("GIVEN good");
        assertThat(logged(base + 1)).as("chamber twice, market once").isEqualTo(3);
    }

    private long logged(int number) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'evaluation.given' AND organisation_id = ?")
                .param(organisation(number).id())
                .query(Long.class)
                .single();
    }

    @Test
    void aBadGradeWaitsForNoticeAnswerAndDecisionAndGoesOnlyToWhomItsRuleNames() throws Exception {
        assertThat(said(MARKET, base)).as("nobody was heard").isEmpty();

        released(base);
        assertThat(said(MARKET, base)).containsExactly("GIVEN poor");
        assertThat(lines(MARKET, base).getFirst().path("basis").asString())
                .as("of bad grades")
                .contains("第二十三条第二款");
        assertThat(lines(MARKET, base + 1).getFirst().path("basis").asString())
                .contains("第二十三条")
                .doesNotContain("第二款");
        assertThat(said(CHAMBER, base)).isEmpty();

        var further = penalties(base, 1)
                .set(0, "CF_WSH", PenaltyFile.number(base + 600))
                .set(0, "CF_JDRQ", "2026/06/15");
        deliver(further);
        settle();
        assertThat(said(MARKET, base)).as("it was not told of this record").containsExactly("ENDED CHANGED");
    }

    /** As long as nobody followed what came, as when so much came that it was left to the night. */
    @Test
    void aBadGradeIsLookedAtAgainWhenItIsHandedOver() throws Exception {
        released(base);
        var further = penalties(base, 1)
                .set(0, "CF_WSH", PenaltyFile.number(base + 601))
                .set(0, "CF_JDRQ", "2026/06/15");
        deliver(further);

        assertThat(said(MARKET, base)).as("it was not told of this record").isEmpty();
        settle();
        assertThat(standing(MARKET, base)).isZero();
        assertThat(said(MARKET, base)).as("ended before it was taken").isEmpty();
    }

    private long standing(String body, int number) {
        return sql.sql("SELECT count(*) FROM evaluation.given_standing WHERE organisation_id = ? AND reader LIKE ?")
                .params(organisation(number).id(), body.equals(MARKET) ? "authority:%" : "client:" + body)
                .query(Long.class)
                .single();
    }

    @Test
    void ofAGradeThatEndedBeforeItWasTakenNothingIsSaid() throws Exception {
        long consent = sign(base + 1, 10);
        settle();
        assertThat(standing(BANK, base + 1)).isOne();
        step(base + 1, consent, Standing.Act.REVOKE);
        poorGrade(base + 1);
        settle();

        assertThat(standing(BANK, base + 1)).isZero();
        assertThat(said(BANK, base + 1)).as("nor that it ever granted").isEmpty();
        assertThat(said(CHAMBER, base + 1)).isEmpty();
    }

    @Test
    void aGradeThatChangedEndsAndTheOldOneIsGivenToNobodyAnyMore() throws Exception {
        assertThat(said(CHAMBER, base + 1)).containsExactly("GIVEN good");
        assertThat(said(MARKET, base + 1)).containsExactly("GIVEN good");
        poorGrade(base + 1);
        settle();

        assertThat(said(CHAMBER, base + 1)).containsExactly("ENDED CHANGED");
        assertThat(said(MARKET, base + 1)).containsExactly("ENDED CHANGED");
        assertThat(lines(CHAMBER, base + 1, "0"))
                .as("also not from the beginning")
                .noneMatch(line -> line.has("grade"));
    }

    @Test
    void aDepartmentIsToldThatARecordIsInDisputeWhenTheGradeIsAnotherOne() throws Exception {
        released(base);
        assertThat(said(MARKET, base)).containsExactly("GIVEN poor");
        for (RecordVersion record : archive.currentOf(organisation(base).id())) {
            marks.change(record.address(), List.of(placed(Kind.DISPUTED, "YY-" + base, day(), "")), "office");
        }
        settle();

        assertThat(said(MARKET, base)).first().isEqualTo("ENDED DISPUTE");
    }

    @Test
    void aBankIsToldUnderAGrantOnlyAndEachGradeCountsAsAReadOnce() throws Exception {
        assertThat(said(BANK, base + 1)).as("nothing was granted").isEmpty();

        long consent = sign(base + 1, 1);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");
        assertThat(reads(consent)).isEqualTo(1);
        assertThat(party(base + 1).reads("/consents/" + consent).body()).contains("G-");

        assertThat(said(BANK, base + 1)).as("it begins again").containsExactly("GIVEN good");
        assertThat(reads(consent)).isEqualTo(1);
    }

    @Test
    void whatWasWithheldIsTakenByItsNumberWhenReadsAreThereAgain() throws Exception {
        long consent = sign(base + 1, 1);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");
        step(base + 1, consent, Standing.Act.PAUSE);
        settle();
        step(base + 1, consent, Standing.Act.RESUME);
        settle();
        assertThat(said(BANK, base + 1))
                .as("one read a month")
                .containsExactly("ENDED CONSENT_PAUSED", "GIVEN withheld");
        assertThat(reads(consent)).isEqualTo(1);

        String again = "?after=0&line="
                + lines(BANK, base + 1).getLast().path("number").asString();
        today("2026-07-01");
        settle();
        JsonNode page = json(ask(BANK, again));
        assertThat(page.path("lines").size()).isOne();
        assertThat(page.path("lines").path(0).path("grade").asString()).isEqualTo("good");
        assertThat(page.path("next").asString()).as("the cursor stays").isEqualTo("0");
        assertThat(reads(consent)).isEqualTo(2);
        assertThat(ask(BANK, "?after=x&line=1").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasGivenForAnotherPurposeThanTheRuleHasNowEnds() throws Exception {
        sign(base + 1, 10);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");

        GradeRelease rules = inForce.policy().instruments().gradeRelease();
        policyOfTest = Edited.instrument(
                inForce.policy(),
                "other-purpose",
                "gradeRelease",
                Edited.with(
                        Objects.requireNonNull(rules),
                        "readers",
                        rules.readers().stream()
                                .map(one -> one.consent() == null
                                        ? one
                                        : Edited.with(one, "consent", new GradeRelease.ByConsent("grade", "lending")))
                                .toList()));
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("ENDED RULE_EXPIRED");
        assertThat(said(CHAMBER, base + 1)).containsExactly("GIVEN good");
    }

    private long reads(long consent) {
        return sql.sql("SELECT count(*) FROM consent.reading WHERE consent_id = ?")
                .param(consent)
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverTakesAGrantBackIsHandedOverNoMoreAtOnceAndTheBankIsTold() throws Exception {
        long consent = sign(base + 1, 10);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");

        step(base + 1, consent, Standing.Act.PAUSE);
        assertThat(said(BANK, base + 1)).as("before anything was followed").noneMatch(said -> said.startsWith("GIVEN"));
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("ENDED CONSENT_PAUSED");
        step(base + 1, consent, Standing.Act.RESUME);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("ENDED CONSENT_PAUSED", "GIVEN good");
        step(base + 1, consent, Standing.Act.REVOKE);
        assertThat(said(BANK, base + 1)).noneMatch(said -> said.startsWith("GIVEN"));
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("ENDED CONSENT_PAUSED", "ENDED CONSENT_REVOKED");
    }

    @Test
    void aGrantThatIsOverByItsDaysEndsWhatWasGivenUnderIt() throws Exception {
        sign(base + 1, 10);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");
        today("2026-09-11");
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("ENDED CONSENT_OVER");
    }

    @Test
    void aReaderThatNoRuleNamesAnyMoreHearsOfEndsStill() throws Exception {
        assertThat(said(CHAMBER, base + 1)).containsExactly("GIVEN good");
        rules("without-chamber", one -> !one.reader().equals(CHAMBER));
        settle();

        assertThat(said(CHAMBER, base + 1)).containsExactly("ENDED NOT_NAMED");
        assertThat(said(MARKET, base + 1)).containsExactly("GIVEN good");
    }

    @Test
    void nobodyReadsTheFeedOfAnother() throws Exception {
        setup.client("never-named", SECRET, Set.of(Permission.TAKE_GRADES), null);
        setup.client("market", SECRET, Set.of(Permission.TAKE_GRADES), null);
        setup.client("asks", SECRET, Set.of(Permission.CHECK, Permission.READ_CONSENTED), market.id());

        for (String query : List.of(
                "",
                "?line=" + lines(CHAMBER, base + 1).getFirst().path("number").asString())) {
            assertThat(ask("never-named", query).statusCode()).isEqualTo(403);
            assertThat(ask("market", query).statusCode())
                    .as("called like a department")
                    .isEqualTo(403);
            assertThat(ask("asks", query).statusCode())
                    .as("without the permission")
                    .isEqualTo(403);
        }
        assertThat(server.get(FEED, null).statusCode()).isEqualTo(401);
    }

    @Test
    void badCursorsAndNumbersAreRefused() throws Exception {
        String own = lastCursor(CHAMBER);
        String mark = own.substring(own.lastIndexOf('.'));
        for (String query : List.of(
                "?after=x",
                "?after=-1",
                "?after=0.1",
                "?after=0.99999999" + mark,
                "?after=99999.1" + mark,
                "?limit=0",
                "?limit=201",
                "?limit=x")) {
            assertThat(ask(CHAMBER, query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void theOrganisationSeesToWhomItsGradeWasGivenAndTheOfficeHowFarReadersCame() throws Exception {
        assertThat(party(base + 1).reads("/evaluations/given/own").body())
                .contains("工商联合会", "第二十四条", "接收方尚未接收", "2026年6月10日");
        said(CHAMBER, base + 1);
        poorGrade(base + 1);
        settle();
        assertThat(party(base + 1).reads("/evaluations/given/own").body())
                .contains("接收方于", "等级有变化", "保留至2026年8月9日")
                .doesNotContain(PenaltyFile.code(base));
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/evaluations/given").body())
                .contains("工商联合会", "有效结果", "尚未接收")
                .doesNotContain(PenaltyFile.code(base + 1));
    }
}
