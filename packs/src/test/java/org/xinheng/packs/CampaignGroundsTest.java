package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.SubjectKind;

/** Items are taken only into a campaign of the place (专项治理), each while it lasts. */
class CampaignGroundsTest {

    private static CaseKind item(String pack) throws IOException {
        var loaded = (PackLoading.Loaded) PackLoader.load(Path.of("..", "policy-packs"), pack);
        return loaded.policy().instruments().caseKind("campaign-item").orElseThrow();
    }

    @Test
    void theCampaignsOfThePlaceAreTheGrounds() throws IOException {
        CaseKind item = item("demo-city");

        assertThat(item.groundsOn(LocalDate.parse("2026-06-10")))
                .extracting(CaseKind.Ground::id)
                .containsExactly("prepaid-cards");
        assertThat(item.groundsOn(LocalDate.parse("2025-02-28")))
                .extracting(CaseKind.Ground::id)
                .containsExactly("wage-arrears");
        assertThat(item.groundsOn(LocalDate.parse("2025-03-01"))).isEmpty();
        assertThat(item.ground("wage-arrears"))
                .as("what was opened keeps its title")
                .isPresent();
    }

    @Test
    void whomACampaignConcernsAndWhoLeadsItGoesWithTheGround() throws IOException {
        CaseKind.Ground led = item("demo-city").ground("prepaid-cards").orElseThrow();
        CaseKind.Ground open = item("demo-city").ground("wage-arrears").orElseThrow();

        assertThat(led.ledBy()).containsExactly("market");
        assertThat(led.holds(SubjectKind.INDIVIDUAL_BUSINESS)).isTrue();
        assertThat(open.ledBy()).as("any body").isEmpty();
        assertThat(open.holds(SubjectKind.ORGANISATION)).isTrue();
        assertThat(open.holds(SubjectKind.INDIVIDUAL_BUSINESS)).isFalse();
    }

    @Test
    void aGroundOfTheKindItselfIsForAll() throws IOException {
        var loaded = (PackLoading.Loaded) PackLoader.load(Path.of("..", "policy-packs"), "national");
        var grounds = loaded.policy()
                .instruments()
                .caseKind("objection")
                .orElseThrow()
                .grounds();

        assertThat(grounds).isNotEmpty().allSatisfy(ground -> {
            assertThat(ground.ledBy()).isEmpty();
            assertThat(ground.holds(SubjectKind.INDIVIDUAL_BUSINESS)).isTrue();
        });
    }

    @Test
    void aBodyThatThePackDoesNotKnowLeadsNone(@TempDir Path packs) throws IOException {
        PackCopy.into(packs, "national", "demo-city");

        new Plant(
                        "demo-city/monitoring.yaml",
                        "led-by: [market]",
                        "led-by: [nobody]",
                        "reference.dangling",
                        "- id: prepaid-cards")
                .isReported(packs, "demo-city");
    }

    @Test
    void withoutACampaignNothingIsOpened() throws IOException {
        CaseKind item = item("national");

        assertThat(item.needsGround()).isTrue();
        assertThat(item.groundsOn(LocalDate.parse("2026-06-10"))).isEmpty();
    }
}
