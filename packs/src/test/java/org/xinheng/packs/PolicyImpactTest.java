package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Policy;

/** What a changed pack would do is known before it is switched on: how many records, which way, and which clocks. */
class PolicyImpactTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path packs;

    @Test
    void thePackItselfMovesNothing() throws IOException {
        Policy national = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
        PolicyImpact impact = new PolicyImpact(national, national, TODAY);
        impact.add("administrative-penalty", penalty("罚款", "5"), "a1");

        assertThat(impact.types()).singleElement().satisfies(type -> {
            assertThat(type.seen()).isEqualTo(1);
            assertThat(type.moved()).isZero();
        });
        assertThat(impact.clocks()).isEmpty();
    }

    @Test
    void aShorterWindowMovesTheRecordsOfItsClassAndALongerOneIsCounted() throws IOException {
        PackCopy.into(packs, "national");
        PackCopy.change(
                packs.resolve("national/gate/administrative-penalty.yaml"),
                text -> text.replace("{kind: 罚款, class: general, confirmed: false}", "{kind: 罚款, class: severe}"));
        PackCopy.change(
                packs.resolve("national/deadlines.yaml"),
                text -> text.replaceFirst("(- id: withdrawal[\\s\\S]*?)days: 3", "$1days: 1"));
        PolicyImpact impact = new PolicyImpact(
                PackLoaderTest.load(PackLoaderTest.PACKS, "national"), PackLoaderTest.load(packs, "national"), TODAY);
        impact.add("administrative-penalty", penalty("罚款", "5"), "a1");
        impact.add("administrative-penalty", penalty("责令关闭", ""), "a2");
        impact.add("administrative-penalty", penalty("警告", ""), "a3");

        assertThat(impact.types()).singleElement().satisfies(type -> {
            assertThat(type.seen()).isEqualTo(3);
            assertThat(type.moved()).isEqualTo(1);
            assertThat(type.longer()).isEqualTo(1);
            assertThat(type.examples()).singleElement().satisfies(example -> {
                assertThat(example.address()).isEqualTo("a1");
                assertThat(example.before().last()).isEqualTo("2027-05-05");
                assertThat(example.after().last()).isEqualTo("2029-05-05");
            });
        });
        assertThat(impact.clocks())
                .containsExactly(
                        new PolicyImpact.ClockImpact("withdrawal", LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 2)));
    }

    private static Map<String, String> penalty(String kind, String fine) {
        Map<String, String> row = new HashMap<>(Map.of(
                "CF_CFLB", kind,
                "CF_JDRQ", "2026-05-06",
                "CF_WSH", "示罚〔2026〕1号",
                "CF_YJ", "《价格法》",
                "CF_CFJGDM", "11990101MB0000000X"));
        if (!fine.isEmpty()) {
            row.put("CF_NR_FK", fine);
        }
        return row;
    }
}
