package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no pack may do to an organisation keeps it from loading: each planted fault is named with file and line. */
class PlantedRestraintTest extends CopiedPacks {

    private static final String MEASURES = "national/measures.yaml";
    private static final String MARKET = "national/lists/severe-market-regulation.yaml";
    private static final String TAX = "national/lists/severe-tax.yaml";
    private static final String SEVERE_GATE = "national/gate/severe-list.yaml";
    private static final String EVALUATION = "national/evaluation/enterprise.yaml";
    private static final String WORKS = "demo-city/evaluation/public-works.yaml";
    private static final String FIRST_TRIGGER = "      list: severe-market-regulation";

    static List<Plant> restrictions() {
        return List.of(
                new Plant(
                        MEASURES,
                        "    basis: {source: order-44, article: 第十五条第一项}\n",
                        "",
                        "rule.no-basis",
                        "- id: market.licensing"),
                new Plant(
                        MEASURES,
                        "basis: {source: order-44, article: 第十五条第一项}",
                        "basis: {source: catalogue-2024}",
                        "measure.basis-too-low",
                        "- id: market.licensing"),
                new Plant(
                        MEASURES,
                        "basis: {source: order-44, article: 第十五条第一项}",
                        "basis: {document: 《关于对失信企业实施联合惩戒的合作备忘录》, level: central-policy}",
                        "basis.memorandum",
                        "- id: market.licensing"),
                new Plant(
                        MEASURES,
                        "    item: market-access\n",
                        "",
                        "measure.outside-national-list",
                        "- id: market.licensing"),
                new Plant(
                        MEASURES,
                        "    item: market-access\n",
                        "    item: no-trains\n",
                        "reference.dangling",
                        "- id: market.licensing"),
                new Plant(
                        MEASURES, "list: severe-tax", "list: severe-taxes", "reference.dangling", "list: severe-taxes"),
                new Plant(
                        MEASURES, FIRST_TRIGGER, "      grade: poor", "measure.trigger-forbidden", "      grade: poor"),
                new Plant(
                        MEASURES,
                        FIRST_TRIGGER,
                        "      risk-class: D",
                        "measure.trigger-forbidden",
                        "      risk-class: D"),
                new Plant(
                        MEASURES,
                        FIRST_TRIGGER,
                        "      watch-tag: true",
                        "measure.trigger-forbidden",
                        "      watch-tag: true"),
                new Plant(MEASURES, FIRST_TRIGGER, "      count: 3", "measure.trigger-forbidden", "      count: 3"),
                new Plant(
                        MEASURES,
                        FIRST_TRIGGER,
                        "      disputed: true",
                        "measure.trigger-forbidden",
                        "      disputed: true"),
                new Plant(
                        MEASURES,
                        FIRST_TRIGGER,
                        "      repaired: true",
                        "measure.trigger-forbidden",
                        "      repaired: true"),
                new Plant(
                        MEASURES,
                        "list: severe-tax",
                        "record-type: evaluation-result",
                        "measure.trigger-forbidden",
                        "- id: tax.no-favours"),
                new Plant(
                        "national/matters.yaml",
                        "title: {zh: 税收优惠和出口退税管理,",
                        "title: {zh: 个人购票审查,",
                        "person.subject",
                        "个人购票审查"));
    }

    static List<Plant> lists() {
        return List.of(
                new Plant(
                        TAX,
                        "subjects: [organisation]",
                        "subjects: [organisation, natural-person]",
                        "person.subject",
                        "natural-person"),
                new Plant(
                        TAX,
                        "\nbasis: {source: tax-order-54}",
                        "\nbasis: {source: catalogue-2024}",
                        "list.basis-too-low",
                        "id: severe-tax"),
                new Plant(
                        TAX,
                        "  - {step: answer, title: {zh: 陈述、申辩, en: Answer}, clock: listing.objection}\n",
                        "",
                        "list.step-missing",
                        "id: severe-tax"),
                new Plant(TAX, "  longest: 3 years\n", "", "list.without-end", "  revocation: withdrawal"),
                new Plant(
                        TAX,
                        "clock: listing.objection",
                        "clock: listing.objections",
                        "reference.dangling",
                        "id: severe-tax"),
                new Plant(
                        TAX,
                        "record-type: severe-list",
                        "record-type: black-list",
                        "reference.dangling",
                        "id: severe-tax"),
                new Plant(TAX, "kinds: [重大税收违法]", "kinds: [税务黑名单]", "reference.dangling", "id: severe-tax"),
                new Plant(MARKET, "CF_WFXW.contains('食品')", "CF_WFXW > 3", "condition.type", "    when: \"CF_CFLB"),
                new Plant(MARKET, "CF_WFXW.contains", "CF_FRDB.contains", "condition.type", "CF_FRDB"),
                new Plant(SEVERE_GATE, "    to: 2026-03-31", "    to: 2026-05-31", "rule.overlap", "- id: order-36"),
                new Plant(
                        SEVERE_GATE,
                        "    confidence: confirmed\n    by-class:\n      minor: {published: false, earliest-repair: 0 days, longest: 3 months}\n"
                                + "      general: {published: true, earliest-repair: 3 months, longest: 1 year}\n"
                                + "      severe: {published: true, earliest-repair: 1 year, longest: 3 years}",
                        "    confidence: confirmed\n    by-class:\n      minor: {published: false, earliest-repair: 0 days, longest: 3 months}\n"
                                + "      general: {published: true, earliest-repair: 3 months, longest: 1 year}\n"
                                + "      severe: {published: true, earliest-repair: 1 year, longest: 5 years}",
                        "gate.window-departs",
                        "- id: order-36"),
                new Plant(
                        "national/gate/abnormal-enterprise.yaml",
                        "    basis-level: administrative-regulation\n",
                        "",
                        "gate.window-departs",
                        "- id: until-duty-done"));
    }

    static List<Plant> instruments() {
        return List.of(
                new Plant(
                        EVALUATION,
                        "title: {zh: 行政监管,",
                        "title: {zh: 信访记录,",
                        "attribute.prohibited",
                        "title: {zh: 信访记录,"),
                new Plant(EVALUATION, "CF_NR_FK >= 1.0", "CF_NR_FK >= 'one'", "condition.type", "CF_NR_FK >= 'one'"),
                new Plant(EVALUATION, "points: 300", "points: 301", "points.sum", "id: enterprise"),
                new Plant(
                        EVALUATION,
                        "subjects: [organisation]",
                        "subjects: [organisation, individual-business]",
                        "evaluation.individual-business",
                        "id: enterprise"),
                new Plant(
                        EVALUATION,
                        "en: Good}, from: 700",
                        "en: Good}, from: 900",
                        "evaluation.grades",
                        "id: enterprise"),
                new Plant(
                        EVALUATION,
                        "title: {zh: 国家级荣誉,",
                        "title: {zh: 注册资本,",
                        "evaluation.unrelated",
                        "title: {zh: 注册资本,"),
                new Plant(
                        EVALUATION,
                        "en: National honour}",
                        "en: Foreign ownership}",
                        "evaluation.unrelated",
                        "en: Foreign ownership}"),
                new Plant(
                        EVALUATION,
                        "record-type: criminal-judgment",
                        "record-type: organisation-register",
                        "evaluation.not-archived",
                        "- id: criminal-judgment"),
                new Plant(
                        EVALUATION,
                        "CF_NR_FK >= 200.0",
                        "CF_WFXW.matches('.*')",
                        "condition.not-compilable",
                        "CF_WFXW.matches"),
                new Plant(
                        EVALUATION, "points: -15", "points: 15", "evaluation.against-nature", "- id: general-penalty"),
                new Plant(
                        EVALUATION,
                        "counts: none\n        points: 10",
                        "counts: none\n        points: -10",
                        "evaluation.when-none",
                        "- id: no-severe-list"),
                new Plant(EVALUATION, "states: [moved-out", "states: [moved", "value.choice", "states: [moved"),
                new Plant(
                        EVALUATION,
                        "severity: general",
                        "severity: grave",
                        "reference.dangling",
                        "- id: general-penalty"),
                new Plant(EVALUATION, "most: 26", "most: 126", "value.percent", "most: 126"),
                new Plant(EVALUATION, "veto: poor", "veto: terrible", "reference.dangling", "- id: judgment-debtor"),
                new Plant(
                        WORKS,
                        "model: enterprise",
                        "model: public-works",
                        "evaluation.fold-circle",
                        "model: public-works"),
                new Plant(WORKS, "model: enterprise", "model: enterprises", "reference.dangling", "model: enterprises"),
                new Plant(
                        WORKS,
                        "    model: enterprise\n",
                        "    model: enterprise\n    indicators: []\n",
                        "key.unknown",
                        "indicators: []"),
                new Plant(WORKS, "points: 600", "points: 601", "points.sum", "id: public-works"),
                new Plant(
                        WORKS,
                        "title: {zh: 公共信用综合评价结果,",
                        "title: {zh: 企业规模,",
                        "evaluation.unrelated",
                        "title: {zh: 企业规模,"),
                new Plant(WORKS, "id: excellent", "id: best", "evaluation.fold-grades", "id: public-works"),
                new Plant(
                        WORKS, "prefixes: [\"91\"]", "prefixes: [\"12\"]", "evaluation.fold-scope", "id: public-works"),
                new Plant(
                        WORKS,
                        "holders: [public-contract",
                        "holders: [contract-breach",
                        "evaluation.holders",
                        "id: public-works"),
                new Plant(
                        "demo-city/breach-notices.yaml",
                        "  - {body: development, superior: finance}\n",
                        "",
                        "breach.own-superior",
                        "id: breach-notices"),
                new Plant(
                        "demo-city/breach-notices.yaml",
                        "{record-type: government-promise, kinds: [逾期未兑现]}",
                        "{record-type: government-promise}",
                        "breach.no-breach",
                        "id: breach-notices"),
                new Plant(
                        "demo-city/breach-notices.yaml",
                        "superior: housing}",
                        "superior: nobody}",
                        "reference.dangling",
                        "id: breach-notices"),
                new Plant(
                        "demo-city/breach-notices.yaml",
                        "acknowledge: breach.acknowledge",
                        "acknowledge: breach.never",
                        "reference.dangling",
                        "id: breach-notices"),
                new Plant("national/risk.yaml", "D: 30", "D: 130", "value.percent", "D: 130"),
                new Plant("national/risk.yaml", ", D: 30", "", "risk.class-without-ratio", "- id: default"),
                new Plant("national/inspection.yaml", ", D: 4}", "}", "inspection.class-without-cap", "id: inspection"),
                new Plant(
                        "national/inspection.yaml",
                        "smallest-pool: 5",
                        "smallest-pool: 1",
                        "value.integer",
                        "smallest-pool: 1"),
                new Plant(
                        "national/inspection.yaml",
                        "default-class: B",
                        "default-class: E",
                        "reference.dangling",
                        "id: inspection"),
                new Plant(
                        "national/monitoring.yaml",
                        "    unit: count\n    sense: information",
                        "    unit: count\n    target: 8\n    sense: information",
                        "monitoring.target-for-information",
                        "target: 8"),
                new Plant(
                        "demo-city/monitoring.yaml",
                        "assessments:\n",
                        "reporting-begins:\n  title: {zh: 开始报送, en: Reporting begins}\n  from: 2026-06-01\n  confidence: proposed\nassessments:\n",
                        "rule.no-basis",
                        "title: {zh: 开始报送"),
                new Plant(
                        "demo-city/monitoring.yaml",
                        "assessments:\n",
                        "reporting-begins:\n  title: {zh: 开始报送, en: Reporting begins}\n  from: 2026-06-01\n  to: 2026-07-01\n"
                                + "  basis: {source: lanheng-scheme}\n  confidence: proposed\nassessments:\n",
                        "monitoring.beginning-ends",
                        "to: 2026-07-01"),
                new Plant(
                        "national/reports/special.yaml",
                        "record-types: [criminal-judgment]",
                        "record-types: [criminal-records]",
                        "reference.dangling",
                        "- id: criminal"),
                new Plant(
                        "national/catalogue/honour.yaml",
                        "class: honour",
                        "class: professions",
                        "reference.dangling",
                        "id: honour"),
                new Plant(
                        "national/commitments.yaml",
                        "subjects: [organisation, individual-business]",
                        "subjects: [citizen]",
                        "person.subject",
                        "citizen"),
                new Plant(
                        "demo-city/commitment-items.yaml",
                        "id: dangerous-chemicals",
                        "id: restaurant-permit",
                        "commitment.excluded",
                        "- id: restaurant-permit"),
                new Plant(
                        "demo-city/commitment-items.yaml",
                        "clocks: {supply: promise.papers-follow, ",
                        "clocks: {",
                        "commitment.papers",
                        "- id: shop-sign"),
                new Plant(
                        "demo-city/commitment-items.yaml",
                        "accepted-by: [housing]",
                        "accepted-by: [nobody]",
                        "commitment.body",
                        "- id: shop-sign"));
    }

    @ParameterizedTest
    @MethodSource({"restrictions", "lists", "instruments"})
    void isReportedWithFileAndLine(Plant plant) throws IOException {
        plant.isReported(packs, "demo-city");
    }

    @Test
    void aWatchListTriggersNoRestriction() throws IOException {
        change(MARKET, text -> text.replace("nature: severe", "nature: watch"));

        assertThat(faultsOf("national"))
                .extracting(PackFault::code, fault -> fault.position().file())
                .contains(tuple("measure.trigger-forbidden", MEASURES));
    }

    /** Where a body of the place decides, it must be told when the decision beneath a listing falls; courts and tax decide elsewhere. */
    @Test
    void aListDecidedHereSaysWhenItsListingsAreRevoked() throws IOException {
        change(MARKET, text -> text.replace("  revocation: severe.takedown\n", ""));

        assertThat(faultsOf("demo-city"))
                .extracting(PackFault::code, fault -> fault.position().file())
                .contains(tuple("list.without-revocation", MARKET));
        assertThat(PackLoader.load(packs, "national")).isInstanceOf(PackLoading.Loaded.class);
    }

    @Test
    void aPlaceBringsNoNationalListOfItsOwn() throws IOException {
        Files.writeString(packs.resolve("demo-city/punishment-list.yaml"), """
                items:
                  - id: no-trains
                    title: {zh: 限制乘坐高等级列车, en: No fast trains}
                    from: 2026-01-01
                    basis: {source: lanheng-scheme}
                    confidence: proposed
                """);

        assertThat(faultsOf("demo-city"))
                .extracting(PackFault::code, fault -> fault.position().toString())
                .contains(tuple("pack.lowest-only", "demo-city/punishment-list.yaml:1:1"));
    }

    @Test
    void aLocalRegulationCarriesARestrictionOfItsOwn() throws IOException {
        change(
                MEASURES,
                text -> text.replaceFirst(
                        "basis: \\{source: order-44, article: 第十五条第一项\\}([\\s\\S]*?)    item: market-access\n",
                        "basis: {source: henan-credit, article: 第三十二条}$1"));

        assertThat(PackLoader.load(packs, "demo-city")).isInstanceOf(PackLoading.Loaded.class);
    }
}
