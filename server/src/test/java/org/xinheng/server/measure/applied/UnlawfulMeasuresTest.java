package org.xinheng.server.measure.applied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.testkit.code.CodeMint;
import org.xinheng.testkit.policy.Edited;

/** Planted unlawful uses of measures: each is refused, the reason names the rule, and nothing is kept of it. */
class UnlawfulMeasuresTest extends MeasureServer {

    @Autowired
    RecordMarks marks;

    private String address = "";

    @BeforeEach
    void one() throws Exception {
        deliver(revocations(base, 1));
        address = addressOf(base);
    }

    private void refused(String body, String json, String reason, String sentence) throws Exception {
        long before = kept();
        Answered answer = post(body, "/api/v1/applied-measures", json);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("urn:xinheng:problem:measure.refused");
        assertThat(answer.text("reason")).isEqualTo(reason);
        assertThat(answer.text("detail")).contains(sentence);
        assertThat(kept()).isEqualTo(before);
    }

    private void refused(String json, String reason, String sentence) throws Exception {
        refused("finance", json, reason, sentence);
    }

    private long kept() {
        return sql.sql("SELECT count(*) FROM measure.application")
                .query(Long.class)
                .single();
    }

    private String on(@Nullable String record) {
        return statement(base, MEASURE, MATTER, record);
    }

    @Test
    void aLawfulOneIsKeptOnce() throws Exception {
        Answered first = applied(base, address);
        Answered again = applied(base, address);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("ON");
        assertThat(first.text("until")).isEqualTo("2029-06-04");
        assertThat(first.text("recordNumber")).isEqualTo(PenaltyFile.number(base));
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(get("culture", "/api/v1/applied-measures/" + first.text("id"))
                        .status())
                .isEqualTo(404);
        assertThat(get("office", "/api/v1/applied-measures/" + first.text("id")).text("decision"))
                .isEqualTo("澜采决〔2026〕" + base + "号");
    }

    @Test
    void whatTheCatalogueInForceDoesNotHave() throws Exception {
        refused(statement(base, "no-trains", MATTER, address), "NOT_IN_CATALOGUE", "国办发〔2020〕49号");
        Policy policy = inForce.policy();
        List<Measure> catalogue = new ArrayList<>(policy.measures());
        Measure known = catalogue.stream()
                .filter(measure -> measure.id().equals(MEASURE))
                .findFirst()
                .orElseThrow();
        catalogue.add(dated(known, "of-yesterday", "2015-03-01", "2026-06-09"));
        catalogue.add(dated(known, "of-tomorrow", "2026-06-11", null));
        policyOfTest = Edited.with(Edited.edition(policy, "test"), "measures", catalogue);

        refused(statement(base, "of-yesterday", MATTER, address), "MEASURE_ENDED", "2026-06-09");
        refused(statement(base, "of-tomorrow", MATTER, address), "MEASURE_NOT_BEGUN", "2026-06-11");
    }

    private static Measure dated(Measure measure, String id, String from, @Nullable String to) {
        LocalDate last = to == null ? null : LocalDate.parse(to);
        Rule rule = Edited.with(measure.rule(), "validity", new Validity(LocalDate.parse(from), last));
        return Edited.with(measure, "rule", Edited.with(rule, "id", id));
    }

    @Test
    void anotherMatterAnotherBodyAndNobody() throws Exception {
        refused(statement(base, MEASURE, "honours", address), "OTHER_MATTER", "《中华人民共和国政府采购法实施条例》");
        String licensing = statement(base, "market.licensing", "market-licensing", address);
        refused("culture", licensing, "NO_REMIT", "市场监督管理部门");
        refused("nobody", on(address), "NO_SUCH_BODY", "不属于现有的任何单位");
    }

    @Test
    void aSubjectThatItMayNotTouchAndAPerson() throws Exception {
        String business = CodeMint.uscc("92", "990101", base + 1);
        PenaltyFile file = revocations(base + 1, 1).set(0, "CF_XDR_LB", "个体工商户").set(0, "CF_XDR_SHXYM", business);
        deliver(file);
        String json = object(
                "code",
                business,
                "measure",
                "safety.key-supervision",
                "matter",
                "work-safety-review",
                "decision",
                "1号");
        refused("emergency", json, "SUBJECT_KIND", "不适用于这类主体");

        String person = "11010519491231002X";
        String about =
                object("code", person, "measure", MEASURE, "matter", MATTER, "record", address, "decision", "1号");
        refused(about, "NATURAL_PERSON", "没有保存");
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE purpose LIKE '%' || :number || '%'")
                        .param("number", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void noDecisionNoGroundAndAnothersGround() throws Exception {
        refused(
                object("code", PenaltyFile.code(base), "measure", MEASURE, "matter", MATTER, "record", address),
                "NO_DECISION_NUMBER",
                "决定文号");
        refused(on(null), "NO_GROUND", "没有找到可作依据的记录");
        deliver(revocations(base + 2, 1));
        refused(on(addressOf(base + 2)), "OTHERS_GROUND", "不是该主体的记录");
    }

    @Test
    void gradesClassesTagsAndNumbers() throws Exception {
        for (String ground : List.of("grade", "risk-class", "watch-tag", "number")) {
            String json = object(
                    "code",
                    PenaltyFile.code(base),
                    "measure",
                    MEASURE,
                    "matter",
                    MATTER,
                    "decision",
                    "1号",
                    "ground",
                    ground);
            refused(json, "JUDGEMENT", "都不是惩戒依据");
        }
    }

    @Test
    void aFindingThatTheLawDoesNotNameAndOneWhoseTermIsOver() throws Exception {
        deliver(penalties(base + 3, 1));
        refused(statement(base + 3, MEASURE, MATTER, addressOf(base + 3)), "NOT_THE_TRIGGER", "不是法律规定可以引起");
        deliver(revocations(base + 4, 1).set(0, "CF_JDRQ", "2023/06/10").set(0, "CF_YXQ", "2099/12/31"));
        refused(statement(base + 4, MEASURE, MATTER, addressOf(base + 4)), "GROUND_EXPIRED", "2026-06-09");
    }

    @Test
    void aDisputedASuspendedARepairedAndAWithdrawnFinding() throws Exception {
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "异1", day(), "")), "test");
        refused(on(address), "GROUND_DISPUTED", "正在异议处理中");
        marks.change(
                address,
                List.of(
                        RecordMarks.lifted(RecordMark.Kind.DISPUTED, "异1", day()),
                        RecordMarks.placed(RecordMark.Kind.WITHHELD, "异1", day(), "")),
                "test");
        refused(on(address), "GROUND_SUSPENDED", "已暂停公示和使用");
        marks.change(address, List.of(RecordMarks.lifted(RecordMark.Kind.WITHHELD, "异1", day())), "test");
        archive.end(address, Ending.REPAIRED, "修1号", "", "test");
        refused(on(address), "GROUND_REPAIRED", "已经修复");

        deliver(revocations(base + 5, 1));
        String other = addressOf(base + 5);
        archive.end(other, Ending.WITHDRAWN, "撤1号", "原处罚决定已撤销。", "test");
        refused(statement(base + 5, MEASURE, MATTER, other), "GROUND_WITHDRAWN", "已经撤回、撤销");
    }

    /** Should anybody come past the guard, the database asks again. */
    @Test
    void theDatabaseTakesNoneWithoutAGroundThatStands() throws Exception {
        AppliedMeasure lawful =
                measures.find(Long.parseLong(applied(base, address).text("id"))).orElseThrow();
        AppliedStore store = new AppliedStore(sql);

        assertThat(store.add(copy(lawful, "另1号", "1号", 1))).isPresent();
        assertThatThrownBy(() -> store.add(copy(lawful, " ", "1号", 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> store.add(copy(lawful, "另2号", " ", 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> store.add(copy(lawful, "另3号", "1号", 2)))
                .isInstanceOf(DataIntegrityViolationException.class);
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "异2", day(), "")), "test");
        assertThatThrownBy(() -> store.add(copy(lawful, "另4号", "1号", 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        marks.change(address, List.of(RecordMarks.lifted(RecordMark.Kind.DISPUTED, "异2", day())), "test");
        archive.end(address, Ending.REPAIRED, "修2号", "", "test");
        assertThatThrownBy(() -> store.add(copy(lawful, "另5号", "1号", 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> sql.sql("UPDATE measure.application SET subject_kind = 'PERSON' WHERE id = :id")
                        .param("id", lawful.id())
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private static AppliedMeasure copy(AppliedMeasure measure, String decision, String number, int version) {
        var ground = measure.ground();
        return new AppliedMeasure(
                0,
                measure.measure(),
                measure.effect(),
                measure.matter(),
                measure.organisationId(),
                measure.subject(),
                measure.authority(),
                decision,
                new AppliedMeasure.Ground(
                        ground.address(), ground.organisationId(), ground.recordId(), version, number),
                measure.appliedOn(),
                measure.until(),
                null,
                measure.ruleVersion(),
                measure.actor(),
                measure.actorKind(),
                measure.appliedAt());
    }
}
