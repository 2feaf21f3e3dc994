package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A faulty register of state-owned enterprises keeps the pack from loading: else a breach would come before the wrong body, or none. */
class PlantedBreachTest extends CopiedPacks {

    private static final String BREACHES = "demo-city/breach-notices.yaml";
    private static final String GROUP = "{code: 91990100MA0A00030A,";
    private static final String HEAD = "id: breach-notices";

    static List<Plant> faults() {
        return List.of(
                new Plant(
                        BREACHES,
                        GROUP,
                        "{code: 91990100MA0A00030B,",
                        "breach.enterprise-code",
                        "{code: 91990100MA0A00030B,"),
                new Plant(BREACHES, GROUP, "{code: 91990100,", "breach.enterprise-code", "{code: 91990100,"),
                new Plant(
                        BREACHES,
                        GROUP,
                        "{code: 11990100MB000E9B6X,",
                        "breach.enterprise-prefix",
                        "{code: 11990100MB000E9B6X,"),
                new Plant(
                        BREACHES,
                        GROUP,
                        "{code: 91990100MA0A000497,",
                        "key.doubled",
                        "{code: 91990100MA0A000497, name: {zh: 澜衡市水务"),
                new Plant(
                        BREACHES,
                        "enterprise-prefixes: [\"91\"]",
                        "enterprise-prefixes: []",
                        "breach.enterprise-prefix",
                        GROUP),
                new Plant(
                        BREACHES,
                        "prefixes: [\"11\", \"12\"]",
                        "prefixes: [\"11\", \"91\"]",
                        "breach.enterprise-public",
                        HEAD),
                new Plant(
                        BREACHES,
                        "Investment Group}, superior: finance}",
                        "Investment Group}, superior: state-assets}",
                        "breach.enterprise-superior",
                        HEAD),
                new Plant(
                        BREACHES,
                        "{body: finance-xinlan, superior: finance}",
                        "{body: 91990100MA0A00030A, superior: finance}",
                        "reference.dangling",
                        HEAD),
                new Plant(BREACHES, "zh: 澜衡市水务集团有限公司", "zh: 澜衡市水务集团自然人", "person.subject", "澜衡市水务集团自然人"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isReportedWithFileAndLine(Plant plant) throws IOException {
        plant.isReported(packs, "demo-city");
    }

    @Test
    void anEnterpriseIsNotItsOwnSuperiorAndHasOneOnly() throws IOException {
        change(
                "demo-city/authorities.csv",
                text -> text + "water-group,91990100MA0A000497,澜衡市水务集团有限公司,Lanheng Water Group,990100,2019-01-01,,\n");
        change(
                BREACHES,
                text -> text.replace("Water Group}, superior: finance}", "Water Group}, superior: water-group}")
                        .replace(
                                "enterprise-prefixes",
                                "  - {body: water-group, superior: finance}\nenterprise-prefixes"));

        assertThat(faultsOf("demo-city"))
                .extracting(PackFault::code, PackFault::facts)
                .contains(
                        tuple("breach.own-superior", List.of("91990100MA0A000497")),
                        tuple("breach.enterprise-twice", List.of("91990100MA0A000497", "water-group")));
    }

    @Test
    void noNoticeCarriesANumberThatIsNotPublic() throws IOException {
        change(
                "national/catalogue/contract-breach.yaml",
                text -> text.replaceFirst(
                        "role: document-number\n    privacy: public", "role: document-number\n    privacy: free-text"));

        assertThat(faultsOf("demo-city"))
                .extracting(PackFault::code, PackFault::facts)
                .contains(tuple("breach.number-not-public", List.of("contract-breach", "WY_BH")));
    }

    @Test
    void aPlaceWithoutStateOwnedEnterprisesLeavesTheRegisterOut() throws IOException {
        change(BREACHES, text -> text.replaceFirst("enterprise-prefixes[\\s\\S]*?(?=breaches:)", ""));

        assertThat(PackLoader.load(packs, "demo-city")).isInstanceOf(PackLoading.Loaded.class);
    }
}
