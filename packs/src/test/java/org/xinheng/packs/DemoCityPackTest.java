package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xinheng.core.code.OrganisationCode;
import org.xinheng.core.code.Uscc;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectState;

class DemoCityPackTest {

    @Test
    void standsOnTheNationalPackAndSaysOnlyWhatDiffers() throws IOException {
        Policy national = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
        Policy city = PackLoaderTest.load(PackLoaderTest.PACKS, "demo-city");

        assertThat(city.recordTypes().keySet())
                .containsAll(national.recordTypes().keySet());
        assertThat(city.gates()).containsAllEntriesOf(national.gates());
        assertThat(city.matters().keySet())
                .containsAll(national.matters().keySet())
                .contains("public-investment");
        assertThat(city.place().leadAuthority()).isNotEqualTo(national.place().leadAuthority());
        assertThat(city.version()).isNotEqualTo(national.version());
        assertThat(city.rules().stream()
                        .map(rule -> rule.place().substring(0, rule.place().indexOf('/'))))
                .contains("national", "demo-city");
    }

    /** The register's own states, whatever words a register writes them in. */
    @Test
    void everyWordForTheStateOfRegistrationMeansAStateOfItsOwn() throws IOException {
        CodeList words = requireNonNull(PackLoaderTest.load(PackLoaderTest.PACKS, "national")
                .codeLists()
                .get("subject-state"));

        assertThat(words.states().keySet()).isEqualTo(words.values().keySet());
        assertThat(words.states().values()).doesNotHaveDuplicates().hasSize(SubjectState.values().length);
        assertThat(words.states()).containsEntry("吊销", SubjectState.LICENCE_REVOKED);
    }

    @Test
    void hasSixtyBodiesWhoseCodesComputeAndWhichNoRealPlaceHas() throws IOException {
        Policy city = PackLoaderTest.load(PackLoaderTest.PACKS, "demo-city");

        assertThat(city.authorities()).hasSize(60).allSatisfy(authority -> {
            Uscc code = Uscc.of(authority.code());
            assertThat(code.checkHolds()).isTrue();
            OrganisationCode inner = code.organisationCode();
            assertThat(inner.checkHolds()).isTrue();
            assertThat(code.prefix()).isEqualTo("11");
            assertThat(code.region()).isEqualTo(authority.division()).startsWith("9901");
        });
        assertThat(city.place().counties())
                .hasSize(3)
                .allSatisfy(county -> assertThat(city.authorities())
                        .anyMatch(authority -> authority.division().equals(county.code())));
        assertThat(city.codes().regions()).noneMatch(region -> region.startsWith("99"));
    }
}
