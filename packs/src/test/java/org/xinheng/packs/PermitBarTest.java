package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;

/** Permit Law arts. 78 and 79: who applied falsely may not apply again for a year, who got the permit by deceit for three. */
class PermitBarTest {

    private static List<String> barred(String kind, String decided, String day) throws IOException {
        Policy policy = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
        Ground ground = new Ground("permit-bar", LocalDate.parse(decided), List.of(kind), null, null);
        return MeasureCatalogue.of(policy)
                .consequences("permit-reapplication", SubjectKind.ORGANISATION, List.of(ground), LocalDate.parse(day))
                .stream()
                .map(consequence -> consequence.measure().id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "隐瞒情况或提供虚假材料申请, 2026-05-20, permit.bar-false-application",
        "隐瞒情况或提供虚假材料申请, 2027-05-19, permit.bar-false-application",
        "以欺骗贿赂等不正当手段取得, 2027-05-20, permit.bar-deceit",
        "以欺骗贿赂等不正当手段取得, 2029-05-19, permit.bar-deceit"
    })
    void holdsFromTheDayOfTheDecisionToTheDayBeforeItsAnniversary(String kind, String day, String measure)
            throws IOException {
        assertThat(barred(kind, "2026-05-20", day)).containsExactly(measure);
    }

    @ParameterizedTest
    @CsvSource({"隐瞒情况或提供虚假材料申请, 2026-05-19", "隐瞒情况或提供虚假材料申请, 2027-05-20", "以欺骗贿赂等不正当手段取得, 2029-05-20"})
    void isOverByItself(String kind, String day) throws IOException {
        assertThat(barred(kind, "2026-05-20", day)).isEmpty();
    }

    @Test
    void noPenaltyOrPermitBringsIt() throws IOException {
        Policy policy = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
        assertThat(policy.measures().stream()
                        .filter(measure -> measure.matters().contains("permit-reapplication"))
                        .map(measure -> measure.trigger().recordType()))
                .containsOnly("permit-bar");
    }
}
