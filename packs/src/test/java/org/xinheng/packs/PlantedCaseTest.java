package org.xinheng.packs;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kind of case that cannot be gone through, or in which one body decides for another, keeps the pack from loading. */
class PlantedCaseTest extends CopiedPacks {

    private static final String OBJECTION = "national/casework/objection.yaml";
    private static final String DOCUMENTS = "national/documents.yaml";
    private static final String REPAIR = "national/casework/repair.yaml";
    private static final String RECTIFICATION = "national/casework/rectification.yaml";
    private static final String WARNING_INTERVIEW = "national/casework/warning-interview.yaml";
    private static final String COMPLAINT = "national/casework/complaint.yaml";

    static List<Plant> faults() {
        return List.of(
                new Plant(
                        REPAIR,
                        "    title: {zh: 准予修复, en: Grant}\n    by: [source]",
                        "    title: {zh: 准予修复, en: Grant}\n    by: [source, office]",
                        "case.decides-for-another",
                        "id: repair"),
                new Plant(
                        OBJECTION,
                        "basis: {source: xinheng, article: 参照《河南省社会信用条例》第四十一条、《深圳经济特区社会信用条例》第四十八条至第五十一条}\n",
                        "",
                        "rule.no-basis",
                        "id: objection"),
                new Plant(
                        RECTIFICATION,
                        "findings: [administrative-penalty, ",
                        "findings: [evaluation-result, ",
                        "case.no-finding",
                        "id: rectification"),
                new Plant(
                        RECTIFICATION,
                        "findings: [administrative-penalty, ",
                        "findings: [honour, ",
                        "case.no-finding",
                        "id: rectification"),
                new Plant(
                        RECTIFICATION,
                        "findings: [administrative-penalty, ",
                        "findings: [early-warning, ",
                        "reference.dangling",
                        "id: rectification"),
                new Plant(
                        RECTIFICATION,
                        "about: record\nfindings: [",
                        "about: organisation\nfindings: [",
                        "case.without-finding",
                        "id: rectification"),
                new Plant(
                        WARNING_INTERVIEW,
                        "by: [source], to: invited",
                        "by: [source, office], to: invited",
                        "case.decides-for-another",
                        "id: warning-interview"),
                new Plant(COMPLAINT, "effects: [lead]", "effects: [mark]", "case.without-record", "id: complaint"),
                new Plant(OBJECTION, "on-miss: withhold", "on-miss: reject", "case.miss-not-by-clock", "id: objection"),
                new Plant(OBJECTION, ", on-miss: late-answer", "", "case.miss-unsaid", "id: objection"),
                new Plant(COMPLAINT, ", on-miss: late-acceptance", "", "case.miss-unsaid", "id: complaint"),
                new Plant(OBJECTION, "on-miss: withhold", "on-miss: burn", "reference.dangling", "id: objection"),
                new Plant(
                        OBJECTION,
                        "clock: objection.whole",
                        "clock: objection.hole",
                        "reference.dangling",
                        "id: objection"),
                new Plant(
                        OBJECTION,
                        "    from: [withheld]\n    to: rejected",
                        "    from: [withhold]\n    to: rejected",
                        "reference.dangling",
                        "id: objection"),
                new Plant(
                        OBJECTION,
                        "serves: objection.withheld",
                        "serves: objection.held",
                        "reference.dangling",
                        "id: objection"),
                new Plant(
                        COMPLAINT,
                        "  - {id: not-ours,",
                        "  - {id: nowhere, title: {zh: 甲, en: A}}\n  - {id: not-ours,",
                        "case.state-unreached",
                        "id: complaint"),
                new Plant(COMPLAINT, "Not for us}, closed: true}", "Not for us}}", "case.dead-end", "id: complaint"),
                new Plant(
                        COMPLAINT,
                        "by: [reporter, window, office], to: received",
                        "by: [reporter, window, office]",
                        "case.opens-nowhere",
                        "id: complaint"),
                new Plant(RECTIFICATION, "serves: rectification.notice, ", "", "case.unserved", "id: rectification"),
                new Plant(
                        RECTIFICATION,
                        "serves: rectification.extension",
                        "effects: []",
                        "case.unserved",
                        "id: rectification"),
                new Plant(OBJECTION, ", serves: objection.withheld", "", "case.unserved", "id: objection"),
                new Plant(
                        WARNING_INTERVIEW, ", serves: interview.record", "", "case.unserved", "id: warning-interview"),
                new Plant(
                        DOCUMENTS,
                        "  - id: objection.suspended\n",
                        "  - id: objection.forgotten\n",
                        "document.unserved",
                        "id: objection.forgotten"),
                new Plant(COMPLAINT, "投举〔", "异〔", "case.number-shared", "id: complaint"),
                new Plant(COMPLAINT, "投举〔{year}〕", "投举", "case.number-unfit", "number: "),
                new Plant(COMPLAINT, "by: [reporter, window, office]", "by: []", "case.nobody", "id: complaint"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isReported(Plant plant) throws IOException {
        plant.isReported(packs, "national");
    }
}
