package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.access.guard.Admission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.inspection.RiskClasses;
import tools.jackson.databind.JsonNode;

/** Risk classes come from the records that stand, are seen by who supervises, and by nobody else. */
class RiskClassesTest extends RecordsServer {

    @Autowired
    private RiskClasses classes;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** Two penalties within twelve months. */
    @BeforeEach
    void deliverTwo() throws Exception {
        setup.client("supervision", SECRET, Set.of(Permission.INSPECT), market.id());
        var file = penalties(base, 1);
        file.add(PenaltyFile.row(base, PenaltyFile.number(base + 700)))
                .set(1, "CF_JDRQ", "2026/05/12")
                .set(1, "CF_CFJGDM", market.code())
                .set(1, "CF_SJLYDM", market.code())
                .set(1, "CF_CFJG", market.name().zh())
                .set(1, "CF_SJLY", market.name().zh());
        deliver(file);
    }

    private String path(int number) {
        return "/api/v1/organisations/" + PenaltyFile.code(number) + "/risk-class";
    }

    private String address() {
        return archive.currentOf(organisation(base).id()).getFirst().address();
    }

    private HttpResponse<String> asked() throws Exception {
        return server.get(path(base) + "?purpose=plan", server.token("supervision", SECRET));
    }

    @Test
    void comesFromRecordsWithItsReasonsAndGoesWithThem() throws Exception {
        JsonNode said = json(asked());
        assertThat(said.path("level").path("id").asString()).isEqualTo("C");
        assertThat(said.path("level").path("percent").asInt()).isEqualTo(10);
        assertThat(said.path("level").path("mostVisits").asInt()).isEqualTo(2);
        assertThat(said.path("reasons").get(0).path("records").size()).isEqualTo(2);
        long id = organisation(base).id();
        assertThat(classes.now().of(id)).contains("C");

        assertThat(archive.end(address(), Ending.REPAIRED, "修〔2026〕9号", "", "test"))
                .isNotNull();
        assertThat(json(asked()).path("byDefault").asBoolean()).isTrue();
        assertThat(json(asked()).path("level").path("id").asString()).isEqualTo("B");
        assertThat(classes.now().of(id)).isEqualTo(Optional.empty());
    }

    @Test
    void isSeenInTheSupervisingRoomWithAPurposeThatIsLogged() throws Exception {
        var officer = new Clerk(context, Role.SUPERVISING_OFFICER, market.id());
        assertThat(officer.reads("/inspections/risk").body()).contains("各类别的监管安排", "信用风险高", "30");
        assertThat(officer.sends("/inspections/risk", "code", PenaltyFile.code(base), "purpose", "")
                        .status())
                .isEqualTo(400);
        var seen = officer.sends("/inspections/risk", "code", PenaltyFile.code(base), "purpose", "制定抽查计划");
        assertThat(seen.body()).contains("12个月内受到2次以上行政处罚", "信用风险较高", address());
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE organisation_id = :id AND purpose = '制定抽查计划'")
                        .param("id", organisation(base).id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Every address that is open to all, about this organisation, its record and everything. */
    @Test
    void standsOnNothingThatIsPublicAndInNoCheckAnswer() throws Exception {
        assertThat(server.get(path(base), null).statusCode()).isEqualTo(401);
        List<String> open = openPaths();
        assertThat(open).contains("/organisations/{code}", "/api/v1/inspections");
        for (String value : List.of(PenaltyFile.code(base), address(), "1")) {
            for (String path : open) {
                String asked = path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", value);
                var answer = server.get(asked + "?q=" + PenaltyFile.code(base), null);
                assertThat(answer.body())
                        .as(asked)
                        .doesNotContain("信用风险较高", "12个月内受到2次以上行政处罚", "risk-class\":", "riskClass");
            }
        }
        setup.client("checks", SECRET, Set.of(Permission.CHECK), market.id());
        var check = server.post(
                "/api/v1/checks",
                server.token("checks", SECRET),
                object(
                        "code",
                        PenaltyFile.code(base),
                        "matter",
                        "government-procurement",
                        "purpose",
                        "采购资格审查",
                        "caseNumber",
                        "采审〔2026〕1号",
                        "operator",
                        "采购中心审核岗"));
        assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
        assertThat(check.body()).doesNotContain("风险", "\"C\"");
    }

    /** The pages of the rules name the classes as such, of nobody. */
    private List<String> openPaths() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(one -> Admission.of(one.getValue()) instanceof Admission.Open)
                .filter(one -> one.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(path -> !path.startsWith("/rules") && !path.startsWith("/api/v1/rules"))
                .distinct()
                .toList();
    }
}
