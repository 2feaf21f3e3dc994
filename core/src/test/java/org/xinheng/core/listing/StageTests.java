package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Kind;

/** The whole matrix of stages and acts. */
class StageTests {

    private static final Map<Stage, Set<Kind>> MATRIX = new EnumMap<>(Map.of(
            Stage.PROPOSED, Set.of(Kind.NOTIFY, Kind.CONSENT, Kind.DECIDE, Kind.DROP),
            Stage.NOTIFIED, Set.of(Kind.ANSWER, Kind.CALL_HEARING, Kind.HEAR, Kind.DECIDE, Kind.DROP),
            Stage.DECIDED, Set.of(Kind.SERVE, Kind.REVOKE),
            Stage.LISTED, Set.of(Kind.ASK_REMOVAL, Kind.REVOKE),
            Stage.REMOVAL_ASKED, Set.of(Kind.DECIDE_REMOVAL, Kind.REVOKE),
            Stage.EXPIRED, Set.of(Kind.REVOKE)));

    @Test
    void everyActHasItsStagesAndNoOther() {
        for (Stage stage : Stage.values()) {
            for (Kind act : Kind.values()) {
                assertThat(stage.allows(act))
                        .as(stage + " " + act)
                        .isEqualTo(MATRIX.getOrDefault(stage, Set.of()).contains(act));
            }
            assertThat(stage.acts()).isEqualTo(MATRIX.getOrDefault(stage, Set.of()));
        }
    }

    @Test
    void onlyTwoStagesMeanThatAnOrganisationIsListed() {
        for (Stage stage : Stage.values()) {
            assertThat(stage.listed()).isEqualTo(stage == Stage.LISTED || stage == Stage.REMOVAL_ASKED);
            assertThat(stage.open())
                    .isEqualTo(stage == Stage.PROPOSED || stage == Stage.NOTIFIED || stage == Stage.DECIDED);
        }
    }

    @Test
    void whatHadNoPlaceLeadsNowhere() {
        Proceeding proposed = Walk.on(TestLists.SEVERE)
                .take("2026-06-22", TestLists.proposal("2026-06-22"), TestLists.OFFICER)
                .proceeding();
        Act service = new Act.Serve(TestLists.day("2026-06-22"));
        Step forged = new Step(2, service, TestLists.OFFICER, TestLists.noon("2026-06-22"), null);

        assertThat(proposed.with(forged).stage(TestLists.day("2026-06-22"))).isEqualTo(Stage.PROPOSED);
    }
}
