package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.organisation.SizeClasses;
import tools.jackson.databind.JsonNode;

/** The office tries a model over everything that the server holds, and sees how far that is. */
class ModelRoomTest extends RecordsServer {

    private static final String TRIALS = "/api/v1/evaluations/trials";

    @Autowired
    private Receipts receipts;

    @Autowired
    private SizeClasses sizeClasses;

    @BeforeEach
    void deliverRegisterAndPenalty() throws Exception {
        setup.client("rules", SECRET, Set.of(Permission.OVERSEE, Permission.KEEP_RULES), null);
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        deliver(penalties(base, 1));
    }

    private JsonNode finished(JsonNode trial) throws Exception {
        JsonNode now = trial;
        for (int i = 0; i < 600 && now.path("state").asString().equals("WORKING"); i++) {
            Thread.sleep(50);
            now = json(server.get(TRIALS + "/" + trial.path("id").asString(), token("rules")));
        }
        assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("FINISHED");
        return now;
    }

    @Test
    void aTrialLooksAtEverybodyAndWritesNoResult() throws Exception {
        long results = results();
        var answer = server.post(TRIALS, token("rules"), "{\"pack\":\"demo-city\",\"model\":\"enterprise\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode trial = finished(json(answer));

        JsonNode report = trial.path("report");
        assertThat(report.path("organisations").asLong())
                .isEqualTo(trial.path("total").asLong())
                .isGreaterThanOrEqualTo(2);
        assertThat(report.path("moves").size()).as("the pack in force itself").isZero();
        assertThat(report.path("violated").asLong()).isZero();
        assertThat(report.path("trials").asLong()).isPositive();
        assertThat(report.path("indicators").size()).isGreaterThan(20);
        assertThat(results()).isEqualTo(results);
        assertThat(report.path("groups").valueStream())
                .as("by kind and, where the register knows it, by district")
                .anySatisfy(one -> assertThat(one.path("by").asString()).isEqualTo("kind"))
                .allSatisfy(one -> assertThat(one.path("grades")
                                .valueStream()
                                .mapToLong(grade -> grade.path("after").asLong())
                                .sum())
                        .isEqualTo(one.path("organisations").asLong()));

        var office = clerk(Role.CREDIT_OFFICE);
        assertThat(office.reads("/evaluations").body()).contains("href=\"/evaluations/trials\"");
        assertThat(clerk(Role.AUDITOR).reads("/evaluations").body())
                .as("who oversees, but keeps no rules, is offered no door that is closed")
                .contains("href=\"/evaluations\"")
                .doesNotContain("/evaluations/trials");
        String path = "/evaluations/trials/" + trial.path("id").asString();
        assertThat(office.reads("/evaluations/trials").body()).contains("demo-city", "已完成", "由另一人批准");
        assertThat(office.reads(path).body()).contains("等级分布", "没有主体的等级发生变化", "单调性", "变化占比", "0.0%");
        assertThat(office.reads("/en" + path).body()).contains("Monotonicity");
        assertThat(office.reads(path + "/workbook").status()).isEqualTo(200);
        assertThat(sql.sql(
                                "SELECT count(*) FROM access.read_log WHERE what = 'evaluation.trial.export' AND purpose LIKE :trial")
                        .param("trial", "%:" + path.substring(path.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(office.reads(path + "/workbook").body()).startsWith("PK");
    }

    @Test
    void aTrialShowsHowSizesFareAndNobodyIsLeftOut() throws Exception {
        Delivery closed = sizes("大型企业", "微型", "", "巨型");
        assertThat(closed.counts().refused())
                .as("a size that the code list has not")
                .isEqualTo(1);
        assertThat(receipts.page(closed, 0, Set.of(RowOutcome.REFUSED), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.findings())
                        .anySatisfy(finding -> assertThat(finding.field()).isEqualTo("enterprise_size")));
        assertThat(sizeOf(base)).isEqualTo("大型");
        assertThat(sizeOf(base + 1)).isEqualTo("微型");
        assertThat(sizeOf(base + 2)).isNull();
        assertThat(organisations.findByCode(PenaltyFile.code(base + 3))).isEmpty();

        JsonNode trial = finished(
                json(server.post(TRIALS, token("rules"), "{\"pack\":\"demo-city\",\"model\":\"enterprise\"}")));
        Map<String, Long> bySize = groups(trial, "size");
        assertThat(bySize).containsKeys("大型", "微型", "");
        assertThat(sum(bySize)).isEqualTo(sum(groups(trial, "kind"))).isEqualTo(rated(trial));

        String path = "/evaluations/trials/" + trial.path("id").asString();
        assertThat(clerk(Role.CREDIT_OFFICE).reads(path).body()).contains("按类别、地区和企业规模", "微型", "企业规模未注明");
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/en" + path).body()).contains("Micro", "Large", "Size not stated");

        sizes("中型", "", "", "");
        assertThat(sizeOf(base)).isEqualTo("中型");
        assertThat(sizeOf(base + 1)).as("the register takes it back").isNull();
    }

    private Delivery sizes(String... sizes) throws Exception {
        StringBuilder file = new StringBuilder("名称,统一社会信用代码,成立日期,登记状态,企业规模\n");
        for (int i = 0; i < sizes.length; i++) {
            file.append(PenaltyFile.name(base + i) + "," + PenaltyFile.code(base + i) + ",2015-03-01,存续," + sizes[i])
                    .append('\n');
        }
        return deliverRegister(file.toString());
    }

    private @Nullable String sizeOf(int organisation) {
        return sizeClasses.all().get(organisation(organisation).id());
    }

    private static Map<String, Long> groups(JsonNode trial, String by) {
        return trial.path("report")
                .path("groups")
                .valueStream()
                .filter(one -> one.path("by").asString().equals(by))
                .collect(Collectors.toMap(
                        one -> one.path("value").asString(),
                        one -> one.path("organisations").asLong()));
    }

    private static long sum(Map<String, Long> groups) {
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long rated(JsonNode trial) {
        return trial.path("report")
                .path("grades")
                .valueStream()
                .filter(grade -> !grade.path("grade").asString().isEmpty())
                .mapToLong(grade -> grade.path("after").asLong())
                .sum();
    }

    private long results() {
        return sql.sql("SELECT count(*) FROM evaluation.result")
                .query(Long.class)
                .single();
    }

    @Test
    void whatCannotBeTriedIsSaid() throws Exception {
        assertThat(server.post(TRIALS, token("rules"), "{\"pack\":\"nowhere\"}").statusCode())
                .isEqualTo(422);
        assertThat(server.post(TRIALS, token("rules"), "{}").statusCode()).isEqualTo(422);
        assertThat(server.post(TRIALS, token("rules"), "{\"pack\":\"demo-city\",\"model\":\"none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get(TRIALS + "/999999999", token("rules")).statusCode())
                .isEqualTo(404);
        assertThat(server.post(TRIALS, token("office"), "{}").statusCode()).isEqualTo(403);
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .sends("/evaluations/trials", "pack", "nowhere")
                        .status())
                .isEqualTo(400);
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .reads("/evaluations/trials/999999999")
                        .status())
                .isEqualTo(404);
    }
}
