package org.xinheng.packs;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that would tell the wrong reader of grades, or tell it too much, keeps the pack from loading. */
class PlantedGradeReaderTest extends CopiedPacks {

    private static final String RULES = "demo-city/grade-release.yaml";
    private static final String MARKET = "- id: market\n    title: {zh: 市场监管部门接收";
    private static final String CHAMBER = "- id: chamber";
    private static final String BANK = "- id: bank";

    static List<Plant> faults() {
        return List.of(
                new Plant(RULES, "reader: market", "reader: marked", "reference.dangling", MARKET),
                new Plant(RULES, "reader: market", "reader: 11990100MB0008HC9A", "reference.dangling", MARKET),
                new Plant(RULES, "reader: demo-chamber", "reader: market", "grade-reader.authority", CHAMBER),
                new Plant(RULES, "reader: demo-bank", "reader: ecology", "grade-reader.authority", BANK),
                new Plant(
                        RULES,
                        "reader: demo-chamber\n    model: enterprise",
                        "reader: demo-chamber\n    model: enterprises",
                        "reference.dangling",
                        CHAMBER),
                new Plant(
                        RULES, "grades: [excellent, good]", "grades: [excellent, best]", "reference.dangling", CHAMBER),
                new Plant(RULES, "grades: [excellent, good]", "grades: [excellent, poor]", "grade-reader.bad", CHAMBER),
                new Plant(
                        RULES,
                        "    bad-basis: {source: lanheng-scheme, article: 第二十三条第二款（虚构）}\n",
                        "",
                        "grade-reader.bad",
                        MARKET),
                new Plant(RULES, "data: grade, ", "", "key.missing", ""),
                new Plant(RULES, ", purpose: grade-following", "", "key.missing", ""),
                new Plant(RULES, "    consent: {data: grade, purpose: grade-following}\n", "", "key.missing", BANK),
                new Plant(RULES, "data: grade,", "data: penalties,", "reference.dangling", BANK),
                new Plant(RULES, "purpose: grade-following", "purpose: guarantee", "grade-reader.not-admitted", BANK),
                new Plant(RULES, "reader: demo-chamber", "reader: demo-bank", "grade-reader.institution", CHAMBER),
                new Plant(
                        RULES,
                        "    keep-days: 90\n",
                        "    keep-days: 90\n    consent: {data: grade, purpose: grade-following}\n",
                        "grade-reader.no-consent",
                        MARKET),
                new Plant(RULES, "id: chamber", "id: bank", "rule.id-doubled", ""),
                new Plant(
                        RULES,
                        "kind: association\n    reader: demo-chamber",
                        "kind: bank\n    reader: demo-bank",
                        "grade-reader.doubled",
                        BANK),
                new Plant(
                        RULES,
                        "    keep-days: 60\n",
                        "    keep-days: 60\n    risk-class: true\n",
                        "key.unknown",
                        "risk-class: true"),
                new Plant(
                        RULES,
                        "    basis: {source: lanheng-scheme, article: 第二十四条（虚构）}\n",
                        "",
                        "rule.no-basis",
                        CHAMBER));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isReportedWithItsLine(Plant plant) throws IOException {
        plant.isReported(packs, "demo-city");
    }
}
