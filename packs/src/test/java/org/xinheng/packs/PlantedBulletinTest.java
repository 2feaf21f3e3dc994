package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A monthly report that could not be drawn up, or would judge by no rule, keeps the pack from loading. */
class PlantedBulletinTest extends CopiedPacks {

    private static final String FILE = "demo-city/monitoring.yaml";
    private static final String RULE = "- id: double-publicity";

    static List<Plant> faults() {
        return List.of(
                new Plant(FILE, "speaker: development", "speaker: nobody", "reference.dangling", RULE),
                new Plant(FILE, "record-type: publicity-quality", "record-type: nothing", "reference.dangling", RULE),
                new Plant(FILE, "counts: [administrative-permit,", "counts: [permits,", "reference.dangling", RULE),
                new Plant(FILE, "kind: 不合格,", "kind: 很差,", "reference.dangling", RULE),
                new Plant(FILE, "on-time-field: SG_JSL", "on-time-field: SG_QJ", "reference.dangling", RULE),
                new Plant(FILE, "well-formed-field: SG_HGL", "well-formed-field: SG_JSL", "bulletin.unfilled", RULE),
                new Plant(FILE, "on-time: 0, well-formed: 0", "on-time: 0, well-formed: 1", "bulletin.levels", RULE),
                new Plant(FILE, "on-time: 90, ", "on-time: 99, ", "bulletin.levels", RULE),
                new Plant(FILE, "{month}-{count}号", "{month}号", "bulletin.number", RULE),
                new Plant(FILE, "等次为{kind}", "等次为{grade}", "bulletin.place", RULE),
                new Plant(FILE, "least-rows: 5", "least-rows: 0", "value.integer", "least-rows: 0"),
                new Plant(FILE, "    day-of-month: 10", "    day-of-month: 31", "value.integer", "day-of-month: 31"),
                new Plant(FILE, "    months-due: 3", "    months-due: 0", "value.integer", "months-due: 0"));
    }

    @Test
    void twoReportsOfOneBodyDoNotShareTheirNumbers() throws IOException {
        change(FILE, text -> {
            int from = text.indexOf("  - id: double-publicity");
            int to = text.indexOf("campaigns:");
            String bulletin = text.substring(from, to < from ? text.length() : to);
            return text.replace(bulletin, bulletin + bulletin.replace("id: double-publicity", "id: twin"));
        });

        assertThat(faultsOf("demo-city")).extracting(PackFault::code).containsOnly("bulletin.number-shared");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNamedWithFileAndLine(Plant plant) throws IOException {
        plant.isReported(packs, "demo-city");
    }
}
