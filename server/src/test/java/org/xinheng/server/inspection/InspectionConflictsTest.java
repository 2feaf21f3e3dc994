package org.xinheng.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.xinheng.server.access.Role;

/** Nobody inspects where he has a conflict; the body keeps the register of its inspectors. */
class InspectionConflictsTest extends InspectionServer {

    @Test
    void nobodyVisitsWhereHeMayNot() {
        for (String code : codes) {
            sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF1", "code", code, "stands", "yes");
        }
        String path = drawn("conflict");
        assertThat(visits(path)).isNotEmpty();
        assertThat(sql.sql("SELECT count(*) FROM inspection.visit WHERE plan_id = :plan AND 'ZF1' = ANY (team)")
                        .param("plan", Long.parseLong(id(path)))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(text(sends(AUDITOR, "/inspections/" + id(path) + "/full-bundle", "purpose", "核对回避情况")))
                .contains("conflict\t" + codes.getFirst() + "\tZF1");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(lines(path, "bundle"))
                .anyMatch(line -> line.startsWith("visit\t"))
                .noneMatch(line -> line.startsWith("conflict\t"));
    }

    @Test
    void aConflictIsOfAnInspectorOfTheBodyAndStandsOnItsPageUntilItIsOver() {
        String code = codes.getFirst();
        MockHttpServletResponse unknown =
                sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF99", "code", code, "stands", "yes");
        assertThat(unknown.getStatus()).isEqualTo(400);
        assertThat(text(unknown)).contains("没有登记参加抽查的工号", "ZF99").doesNotContain(code);

        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF2", "code", code, "stands", "yes");
        assertThat(text(sees(OFFICER, "/inspections/staff"))).contains(code);
        assertThat(text(sees(STRANGER, "/inspections/staff"))).doesNotContain(code, "ZF2");
        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF2", "code", code, "stands", "no");
        assertThat(text(sees(OFFICER, "/inspections/staff"))).doesNotContain(code);
    }

    @Test
    void whoReadsTheStaffRegisterIsInTheLog() {
        sees(actor("curious", "market", Role.SUPERVISING_OFFICER), "/inspections/staff");
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE actor = 'curious' AND what = 'inspection.staff'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aConflictWithAMergedEntryHoldsForTheOneThatItLedTo() {
        String merged = codes.getLast();
        sends(OFFICER, "/inspections/staff/conflicts", "number", "ZF3", "code", merged, "stands", "yes");
        merge(merged, codes.getFirst());
        codes = codes.subList(0, POOL - 1);
        String path = drawn("merged");
        assertThat(text(sends(AUDITOR, "/inspections/" + id(path) + "/full-bundle", "purpose", "核对合并后的回避"))
                        .split("\n"))
                .contains("conflict\t" + codes.getFirst() + "\tZF3");
    }
}
