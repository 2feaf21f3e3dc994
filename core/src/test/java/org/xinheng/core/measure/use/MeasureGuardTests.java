package org.xinheng.core.measure.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.measure.use.TestUses.BODY;
import static org.xinheng.core.measure.use.TestUses.GROUND;
import static org.xinheng.core.measure.use.TestUses.MATTER;
import static org.xinheng.core.measure.use.TestUses.MEASURE;
import static org.xinheng.core.measure.use.TestUses.day;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.use.Support.Finding;
import org.xinheng.core.measure.use.Support.Judgement;
import org.xinheng.core.measure.use.Support.Nothing;
import org.xinheng.core.measure.use.Support.Standing;
import org.xinheng.core.measure.use.Verdict.Lawful;
import org.xinheng.core.measure.use.Verdict.Refused;
import org.xinheng.core.policy.SubjectKind;

/** Every reason for which a measure may not be applied, and the one way in which it may. */
class MeasureGuardTests {

    private static final Party ORGANISATION = new Party.Registered(SubjectKind.ORGANISATION);
    private static final Party.Registered REGISTERED = new Party.Registered(SubjectKind.ORGANISATION);

    private final MeasureGuard guard = new MeasureGuard(TestUses.policy());

    private static Finding finding(Standing standing) {
        return new Finding(true, false, "澜罚〔2026〕1号", standing, GROUND);
    }

    private static Use use(Support support) {
        return new Use(MEASURE, MATTER, ORGANISATION, BODY, "澜决〔2026〕7号", support);
    }

    private Verdict on(String day, Use use) {
        return guard.judge(use, day(day));
    }

    private Refused refused(Use use) {
        return (Refused) on("2026-06-01", use);
    }

    private Reason reason(Support support) {
        return refused(use(support)).reason();
    }

    @Test
    void aFindingThatTheLawNamesAllowsItUntilItsTermIsOver() {
        Lawful lawful = (Lawful) on("2026-06-01", use(finding(Standing.STANDS)));

        assertThat(lawful.measure().id()).isEqualTo(MEASURE);
        assertThat(lawful.until()).isEqualTo("2029-04-30");
        assertThat(lawful.cause().kinds()).containsExactly("吊销许可证件");
        assertThat(on("2026-05-01", use(finding(Standing.STANDS)))).isInstanceOf(Lawful.class);
        assertThat(on("2029-04-30", use(finding(Standing.STANDS)))).isInstanceOf(Lawful.class);
    }

    @Test
    void nobodyAppliesAnythingToAPerson() {
        Refused refused = refused(new Use(MEASURE, MATTER, new Party.Person(), BODY, "1号", finding(Standing.STANDS)));

        assertThat(refused).isEqualTo(new Refused(Reason.NATURAL_PERSON, List.of(), null));
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsNoMeasure() {
        Refused refused = refused(new Use("no-trains", MATTER, ORGANISATION, BODY, "1号", finding(Standing.STANDS)));

        assertThat(refused).isEqualTo(new Refused(Reason.NOT_IN_CATALOGUE, List.of("no-trains"), null));
    }

    @Test
    void aMeasureIsAppliedOnTheDaysOfItsEditionsOnly() {
        Use old = new Use("old", MATTER, ORGANISATION, BODY, "1号", finding(Standing.STANDS));
        Use late = new Use("late", MATTER, ORGANISATION, BODY, "1号", finding(Standing.STANDS));
        Use dated = new Use("dated", MATTER, ORGANISATION, BODY, "1号", finding(Standing.STANDS));

        assertThat(on("2026-06-01", old)).isEqualTo(new Refused(Reason.MEASURE_ENDED, List.of("2025-12-31"), "old"));
        assertThat(on("2026-06-01", late))
                .isEqualTo(new Refused(Reason.MEASURE_NOT_BEGUN, List.of("2027-01-01"), "late"));
        assertThat(on("2026-06-01", dated)).extracting("until").isEqualTo(day("2026-12-31"));
        assertThat(on("2026-12-31", dated)).isInstanceOf(Lawful.class);
        assertThat(on("2027-01-01", dated)).extracting("reason").isEqualTo(Reason.MEASURE_ENDED);
        assertThat(on("2019-12-31", dated)).extracting("reason").isEqualTo(Reason.MEASURE_NOT_BEGUN);
    }

    @Test
    void aMeasureStaysInItsMattersAndMattersInTheirTime() {
        Use other = new Use(MEASURE, "honours", ORGANISATION, BODY, "1号", finding(Standing.STANDS));
        Use past = new Use(MEASURE, "past-matter", ORGANISATION, BODY, "1号", finding(Standing.STANDS));
        Use lost = new Use(MEASURE, "lost-matter", ORGANISATION, BODY, "1号", finding(Standing.STANDS));

        assertThat(refused(other))
                .isEqualTo(new Refused(Reason.OTHER_MATTER, List.of(MATTER + "、past-matter、lost-matter"), MEASURE));
        assertThat(refused(past)).isEqualTo(new Refused(Reason.MATTER_NOT_IN_FORCE, List.of("past-matter"), MEASURE));
        assertThat(refused(lost).reason()).isEqualTo(Reason.MATTER_NOT_IN_FORCE);
    }

    @Test
    void onlyABodyThatTheLawNamesAppliesIt() {
        Finding finding = finding(Standing.STANDS);

        assertThat(refused(new Use(MEASURE, MATTER, ORGANISATION, "", "1号", finding)))
                .isEqualTo(new Refused(Reason.NO_SUCH_BODY, List.of(), MEASURE));
        assertThat(refused(new Use(MEASURE, MATTER, ORGANISATION, "gone", "1号", finding))
                        .reason())
                .isEqualTo(Reason.NO_SUCH_BODY);
        assertThat(refused(new Use(MEASURE, MATTER, ORGANISATION, "culture", "1号", finding)))
                .isEqualTo(new Refused(Reason.NO_REMIT, List.of("市场监督管理部门"), MEASURE));
        assertThat(refused(new Use("nobody", MATTER, ORGANISATION, BODY, "1号", finding))
                        .reason())
                .isEqualTo(Reason.NO_REMIT);
        assertThat(on("2026-06-01", new Use("everybody", MATTER, ORGANISATION, "culture", "1号", finding)))
                .isInstanceOf(Lawful.class);
    }

    @Test
    void aKindOfSubjectThatTheMeasureMayNotTouchIsLeftAlone() {
        Party business = new Party.Registered(SubjectKind.INDIVIDUAL_BUSINESS);

        assertThat(refused(new Use(MEASURE, MATTER, business, BODY, "1号", finding(Standing.STANDS))))
                .isEqualTo(new Refused(Reason.SUBJECT_KIND, List.of(), MEASURE));
    }

    @Test
    void itIsAppliedByADecisionWithANumber() {
        Use use = new Use(MEASURE, MATTER, ORGANISATION, BODY, " ", finding(Standing.STANDS));

        assertThat(refused(use)).isEqualTo(new Refused(Reason.NO_DECISION_NUMBER, List.of(), MEASURE));
    }

    @Test
    void itRestsOnAFindingOfTheOrganisationWithADocumentNumber() {
        assertThat(reason(new Nothing())).isEqualTo(Reason.NO_GROUND);
        assertThat(reason(new Finding(false, false, "1号", Standing.DISPUTED, GROUND)))
                .isEqualTo(Reason.OTHERS_GROUND);
        assertThat(reason(new Finding(true, false, "", Standing.STANDS, GROUND)))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
        assertThat(reason(new Finding(true, false, "1号", Standing.STANDS, null)))
                .isEqualTo(Reason.GROUND_INVALID);
    }

    @ParameterizedTest
    @EnumSource(Support.Kind.class)
    void judgementsRestrictNobody(Support.Kind kind) {
        assertThat(reason(new Judgement(kind))).isEqualTo(Reason.JUDGEMENT);
    }

    @Test
    void aDeliveredEvaluationRestrictsNobodyAndMayFavour() {
        Finding evaluation = new Finding(true, true, "1号", Standing.STANDS, GROUND);

        assertThat(reason(evaluation)).isEqualTo(Reason.JUDGEMENT);
        assertThat(on("2026-06-01", new Use("favour", MATTER, ORGANISATION, BODY, "1号", evaluation)))
                .isInstanceOf(Lawful.class);
    }

    @Test
    void nothingNewIsBuiltOnWhatDoesNotStand() {
        assertThat(reason(finding(Standing.HELD))).isEqualTo(Reason.GROUND_HELD);
        assertThat(reason(finding(Standing.DISPUTED))).isEqualTo(Reason.GROUND_DISPUTED);
        assertThat(reason(finding(Standing.SUSPENDED))).isEqualTo(Reason.GROUND_SUSPENDED);
        assertThat(reason(finding(Standing.REPAIRED))).isEqualTo(Reason.GROUND_REPAIRED);
        assertThat(reason(finding(Standing.WITHDRAWN))).isEqualTo(Reason.GROUND_WITHDRAWN);
    }

    @Test
    void aFindingThatTheLawDoesNotNameIsNoGround() {
        Ground fine = new Ground(GROUND.recordType(), GROUND.decidedOn(), List.of("罚款"), new BigDecimal("1"), null);

        assertThat(reason(new Finding(true, false, "1号", Standing.STANDS, fine)))
                .isEqualTo(Reason.NOT_THE_TRIGGER);
    }

    @Test
    void theTermBeginsWithTheDecisionAndEnds() {
        assertThat(on("2026-04-30", use(finding(Standing.STANDS))))
                .isEqualTo(new Refused(Reason.GROUND_NOT_BEGUN, List.of("2026-05-01"), MEASURE));
        assertThat(on("2029-05-01", use(finding(Standing.STANDS))))
                .isEqualTo(new Refused(Reason.GROUND_EXPIRED, List.of("2029-04-30"), MEASURE));
    }

    @Test
    void aBanBeginsOnItsFirstDayAndNeverBeforeItsDecision() {
        Ground later = new Ground(
                GROUND.recordType(), GROUND.decidedOn(), GROUND.kinds(), null, day("2026-08-31"), day("2026-07-01"));
        Ground earlier = new Ground(
                GROUND.recordType(), GROUND.decidedOn(), GROUND.kinds(), null, day("2026-08-31"), day("2026-04-01"));

        assertThat(on("2026-06-30", use(new Finding(true, false, "1号", Standing.STANDS, later))))
                .isEqualTo(new Refused(Reason.GROUND_NOT_BEGUN, List.of("2026-07-01"), MEASURE));
        assertThat(on("2026-07-01", use(new Finding(true, false, "1号", Standing.STANDS, later))))
                .extracting("until")
                .isEqualTo(day("2026-08-31"));
        assertThat(on("2026-04-30", use(new Finding(true, false, "1号", Standing.STANDS, earlier))))
                .extracting("reason")
                .isEqualTo(Reason.GROUND_NOT_BEGUN);
    }

    @Test
    void whatWasAppliedStaysOnUntilItsGroundFalls() {
        assertThat(stays(finding(Standing.STANDS))).isNull();
        assertThat(stays(finding(Standing.DISPUTED))).isNull();
        assertThat(stays(finding(Standing.SUSPENDED))).isEqualTo(Reason.GROUND_SUSPENDED);
        assertThat(stays(finding(Standing.REPAIRED))).isEqualTo(Reason.GROUND_REPAIRED);
        assertThat(stays(finding(Standing.WITHDRAWN))).isEqualTo(Reason.GROUND_WITHDRAWN);
        assertThat(stays(new Nothing())).isEqualTo(Reason.NO_GROUND);
        assertThat(guard.stays(MEASURE, REGISTERED, finding(Standing.STANDS), day("2029-05-01")))
                .extracting("reason")
                .isEqualTo(Reason.GROUND_EXPIRED);
        assertThat(guard.stays("old", REGISTERED, finding(Standing.STANDS), day("2026-06-01")))
                .extracting("reason")
                .isEqualTo(Reason.MEASURE_ENDED);
        Party.Registered business = new Party.Registered(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(guard.stays(MEASURE, business, finding(Standing.STANDS), day("2026-06-01")))
                .extracting("reason")
                .isEqualTo(Reason.SUBJECT_KIND);
    }

    private @Nullable Reason stays(Support support) {
        return guard.stays(MEASURE, REGISTERED, support, day("2026-06-01")) instanceof Refused refused
                ? refused.reason()
                : null;
    }

    @Test
    void onlyASuspensionPasses() {
        assertThat(List.of(Reason.values()).stream().filter(Reason::passing))
                .containsExactly(Reason.GROUND_HELD, Reason.GROUND_SUSPENDED);
        assertThat(Reason.NO_REMIT.facts()).isEqualTo(1);
        assertThat(Reason.NO_GROUND.facts()).isZero();
    }
}
