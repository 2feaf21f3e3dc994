package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault planted into the shipped packs keeps them from loading, and the message leads to its line. */
class PlantedFaultTest extends CopiedPacks {

    private static final String PENALTY_GATE = "national/gate/administrative-penalty.yaml";
    private static final String PENALTY = "national/catalogue/administrative-penalty.yaml";
    private static final String CONTRACT = "demo-city/catalogue/contract-performance.yaml";

    static List<Plant> plants() {
        return List.of(
                new Plant(
                        "national/deadlines.yaml",
                        "    basis: {source: penalty-law-2021, article: 第四十八条第二款、第八十五条}\n",
                        "",
                        "rule.no-basis",
                        "- id: withdrawal"),
                new Plant("national/deadlines.yaml", "    days: 3\n", "    dayz: 3\n", "key.unknown", "dayz: 3"),
                new Plant(
                        "demo-city/early-warnings.yaml",
                        "subscribers: [market, ecology]",
                        "subscribers: [market, ecologist]",
                        "mandate.body",
                        "- id: severe-penalty"),
                new Plant(
                        "demo-city/early-warnings.yaml",
                        "record-type: abnormal-enterprise",
                        "record-type: abnormal-anything",
                        "reference.dangling",
                        "- id: abnormal-near-end"),
                new Plant(
                        "demo-city/early-warnings.yaml",
                        "    near-end: {term: 3 years, days: 60}\n",
                        "",
                        "key.missing",
                        "- id: abnormal-near-end"),
                new Plant(
                        "demo-city/grade-release.yaml", "body: market", "body: marked", "mandate.body", "- id: market"),
                new Plant(
                        "demo-city/grade-release.yaml",
                        "    basis: {source: lanheng-scheme, article: 第二十三条（虚构）}\n",
                        "",
                        "rule.no-basis",
                        "- id: market"),
                new Plant(
                        "demo-city/grade-release.yaml",
                        "grades: [excellent, good, medium, poor]",
                        "grades: [excellent, worst]",
                        "reference.dangling",
                        "- id: market"),
                new Plant(
                        "demo-city/follow-ups.yaml",
                        "action: advisory-talk",
                        "action: warning-interview",
                        "follow-up.burdens",
                        "action: warning-interview"),
                new Plant(
                        "demo-city/follow-ups.yaml",
                        "action: advisory-talk",
                        "action: rectification",
                        "follow-up.burdens",
                        "action: rectification"),
                new Plant(
                        "national/follow-ups.yaml",
                        "    document: evaluation.advice\n",
                        "",
                        "key.missing",
                        "- id: advice"),
                new Plant(
                        "national/risk.yaml",
                        "record-type: abnormal-enterprise",
                        "record-type: evaluation-result",
                        "risk.from-grade",
                        "- id: abnormal"),
                new Plant(
                        "national/risk.yaml",
                        "    within: 36 months\n",
                        "    within: 36 months\n    standing: true\n",
                        "risk.standing-without-list",
                        "- id: severe-penalty"),
                new Plant(
                        "national/risk.yaml", "    class: A\n", "    class: E\n", "reference.dangling", "- id: honour"),
                new Plant("national/deadlines.yaml", "days: 7\n", "days: seven\n", "value.integer", "days: seven"),
                new Plant(
                        "national/deadlines.yaml",
                        "from: 2021-07-15",
                        "from: 2021-02-30",
                        "value.date",
                        "from: 2021-02-30"),
                new Plant(
                        "national/deadlines.yaml",
                        "    unit: calendar-days",
                        "    unit: fortnights",
                        "value.choice",
                        "fortnights"),
                new Plant(
                        "national/deadlines.yaml",
                        "- id: repair.whole",
                        "- id: repair.acceptance",
                        "rule.id-doubled",
                        "- id: repair.acceptance\n    title: {zh: 信用修复全程办结"),
                new Plant(
                        "national/measures.yaml",
                        "subjects: [organisation, individual-business]",
                        "subjects: [organisation, natural-person]",
                        "person.subject",
                        "natural-person"),
                new Plant(
                        "national/measures.yaml",
                        "basis: {source: procurement-regulation, article: 第十九条第一款（",
                        "basis: {source: xinheng, article: 第十九条第一款（",
                        "measure.basis-too-low",
                        "- id: procurement.major-violation"),
                new Plant(
                        "national/measures.yaml",
                        "lasting: 3 years",
                        "lasting: for ever",
                        "value.period",
                        "lasting: for ever"),
                new Plant(
                        "national/consent.yaml",
                        "record-types: [honour, administrative-reward]",
                        "record-types: [honour, criminal-judgment]",
                        "consent.adverse-not-public",
                        "- id: honours"),
                new Plant(
                        "national/consent.yaml",
                        "record-types: [voluntary-fact]",
                        "record-types: [organisation-register]",
                        "consent.not-archived",
                        "- id: voluntary"),
                new Plant(
                        "demo-city/consent.yaml",
                        "purposes: [guarantee]",
                        "purposes: [curiosity]",
                        "reference.dangling",
                        "- id: demo-guarantor"),
                new Plant(
                        "national/matters.yaml",
                        "decisions: administrative-permit",
                        "decisions: permits",
                        "reference.dangling",
                        "- id: permit-review"),
                new Plant(
                        "national/matters.yaml",
                        "feeds: [administrative-permit, administrative-penalty]",
                        "feeds: [administrative-permits]",
                        "reference.dangling",
                        "- id: permit-review"),
                new Plant(
                        "national/codelists/subject-category.yaml",
                        "values:\n",
                        "values:\n  - {id: 自然人, zh: 自然人, en: Natural person}\n",
                        "person.subject",
                        "id: subject-category"),
                new Plant(
                        PENALTY_GATE,
                        "    to: 2026-03-31",
                        "    to: 2026-04-01",
                        "rule.overlap",
                        "- id: order-36\n    title: {zh: 失信程度划分（第36号令）"),
                new Plant(
                        PENALTY_GATE,
                        "      severe: {published: true, earliest-repair: 1 year, longest: 3 years}\n  - id",
                        "  - id",
                        "gate.class-without-window",
                        "- id: order-58\n    title: {zh: 公示期限（第58号令时期）"),
                new Plant(
                        PENALTY_GATE,
                        "shown-until: window-of-class",
                        "shown-until: unlimited",
                        "gate.adverse-without-window",
                        "id: administrative-penalty"),
                new Plant(
                        PENALTY_GATE,
                        "      - {kind: 责令关闭, class: severe}\n",
                        "",
                        "gate.kind-without-class",
                        "- id: order-36\n    title: {zh: 失信程度划分（第36号令）"),
                new Plant(
                        PENALTY_GATE, "    to: 2021-07-14", "    to: 1995-07-14", "rule.dates-reversed", "1995-07-14"),
                new Plant(
                        PENALTY,
                        "    title: {zh: 行政处罚2015年版式, en: Penalties in the 2015 layout}",
                        "    title: {zh: 行政处罚自然人版式, en: Penalties of persons}",
                        "person.layout",
                        "自然人版式"),
                new Plant(PENALTY, "nature: adverse\n", "nature: adverse\nnature: neutral\n", "key.doubled", "neutral"),
                new Plant(PENALTY, "  - name: CF_WSH\n", "   - name: CF_WSH\n", "yaml.syntax", "   - name: CF_WSH"),
                new Plant(
                        CONTRACT,
                        "title: {zh: 承包方名称, en: Name of the contractor}",
                        "title: {zh: 承包方宗教信仰, en: Religion of the contractor}",
                        "attribute.prohibited",
                        "宗教信仰"),
                new Plant(
                        CONTRACT,
                        "title: {zh: 承包方名称, en: Name of the contractor}",
                        "title: {zh: 承包方法定代表人, en: Representative of the contractor}",
                        "person.field",
                        "privacy: public"),
                new Plant(CONTRACT, "title: {zh: 政府合同履行, en:", "title: {zh: 个人合同履行, en:", "person.subject", "个人"),
                new Plant(
                        "demo-city/gate/contract-performance.yaml", "id: contract", "id: kontract", "file.name", "id:"),
                new Plant("national/calendar/holidays.csv", "2013-01-02,", "2013-13-02,", "table.date", "2013-13-02,"),
                new Plant(
                        "demo-city/pack.yaml", "extends: national", "extends: nowhere", "pack.base-unknown", "nowhere"),
                new Plant(
                        "demo-city/place.yaml",
                        "registration-source: market",
                        "registration-source: nobody",
                        "reference.dangling",
                        ""),
                new Plant("demo-city/authorities.csv", "2019-01-01,,", "01.01.2019,,", "value.date", "01.01.2019"),
                new Plant(
                        "national/codelists/subject-state.yaml",
                        "state: moved-out",
                        "state: moved-away",
                        "value.choice",
                        "moved-away"),
                new Plant(
                        "demo-city/feeds.yaml",
                        "[development, housing]",
                        "[development, nobody]",
                        "reference.dangling",
                        "- id: contracts"),
                new Plant("demo-city/feeds.yaml", "sources: [all]", "sources: []", "key.missing", "- id: double"),
                new Plant(
                        "demo-city/feeds.yaml",
                        "record-types: [contract-performance]",
                        "record-types: [contract-performance]\n    cycle: feed.nothing",
                        "reference.dangling",
                        "- id: contracts"),
                new Plant(
                        "demo-city/feeds.yaml",
                        "from: 2024-01-01\n    basis: {source: lanheng-scheme, article: 第十条}",
                        "from: 1999-01-01\n    basis: {source: lanheng-scheme, article: 第十条}",
                        "feed.before-cycle",
                        "- id: contracts"),
                new Plant(
                        "demo-city/matters.yaml",
                        "basis: {source: lanheng-scheme}",
                        "basis: {source: no-scheme}",
                        "basis.source-unknown",
                        "no-scheme"));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void isReportedWithFileAndLine(Plant plant) throws IOException {
        plant.isReported(packs, "demo-city");
    }

    @Test
    void isSaidInBothLanguagesWithWhatToDo() throws IOException {
        Files.writeString(packs.resolve("national/deadlines.yaml"), "deadlines:\n  - id: x\n    days: 0.5\n");

        for (PackFault fault : faultsOf("national")) {
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(fault.sentence(language)).startsWith("national/").doesNotContain("{0}", "{1}");
            }
        }
        assertThat(faultsOf("national"))
                .extracting(PackFault::code)
                .contains("key.missing", "value.integer", "rule.no-basis", "reference.dangling");
    }

    @Test
    void aPlaceThatChangesANationalRuleNamesItsOwnBasis() throws IOException {
        Path file = packs.resolve("demo-city/gate/administrative-penalty.yaml");
        Files.writeString(file, "favourable: false\n");

        assertThat(faultsOf("demo-city"))
                .extracting(PackFault::code, fault -> fault.position().toString())
                .contains(tuple("rule.change-without-basis", "demo-city/gate/administrative-penalty.yaml:1:1"));
    }

    @Test
    void aFileThatNoPackHasIsAFault() throws IOException {
        Files.writeString(packs.resolve("national/deadline.yaml"), "deadlines: []\n");

        assertThat(faultsOf("national")).extracting(PackFault::code).containsExactly("file.unknown");
    }

    @Test
    void aFileInAnotherEncodingIsAFault() throws IOException {
        Path file = packs.resolve("national/place.yaml");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.write(file, text.getBytes(Charset.forName("GB18030")));

        assertThat(faultsOf("national")).extracting(PackFault::code).contains("file.encoding");
    }

    @Test
    void packsThatExtendEachOtherAreAFault() throws IOException {
        Files.writeString(packs.resolve("national/pack.yaml"), "\nextends: demo-city\n", StandardOpenOption.APPEND);

        assertThat(faultsOf("demo-city")).extracting(PackFault::code).contains("pack.circle");
    }

    @Test
    void anUnknownPackIsAFault() throws IOException {
        assertThat(faultsOf("nowhere")).extracting(PackFault::code).containsExactly("pack.unknown");
    }
}
