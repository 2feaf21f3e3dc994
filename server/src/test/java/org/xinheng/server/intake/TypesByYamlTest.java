package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.testkit.code.CodeMint;

/**
 * Every record type of the pack goes the same way without a line of Java: template, delivery, receipt, page, correction,
 * withdrawal. One type stands in no shipped pack: the YAML files written here are all there is of it.
 */
class TypesByYamlTest extends RecordsServer {

    private static final String ONE_MORE = "energy-audit";

    /** The shipped packs and one type more. */
    @BeforeAll
    static void packs() throws IOException {
        Path home = Files.createTempDirectory(Path.of("target"), "types-by-yaml");
        Path packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("policy-packs");
        try (var files = Files.walk(packs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = home.resolve("policy-packs")
                        .resolve(packs.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path city = home.resolve("policy-packs/demo-city");
        Files.writeString(city.resolve("catalogue/" + ONE_MORE + ".yaml"), """
                id: energy-audit
                title: {zh: 能源审计结果, en: Energy audit}
                from: 2024-01-01
                basis: {source: lanheng-scheme}
                confidence: proposed
                number: 150
                nature: neutral
                target: archive
                openness: public
                subjects: [organisation]
                class: compliance
                chapter: audits
                key: [authority-code, document-number]
                feed-cycle: feed.other
                fields:
                  - {name: NY_MC, title: {zh: 单位名称, en: Unit}, type: text, length: 200, role: subject-name, privacy: public, required: always}
                  - {name: NY_DM, title: {zh: 统一社会信用代码, en: Code}, type: uscc, length: 64, role: subject-code, privacy: public}
                  - {name: NY_BH, title: {zh: 报告编号, en: Number}, type: text, length: 64, role: document-number, privacy: public, required: always}
                  - {name: NY_SX, title: {zh: 审计名称, en: Title}, type: text, length: 200, role: document-title, privacy: public, required: always}
                  - {name: NY_JL, title: {zh: 审计结论, en: Conclusion}, type: text, length: 2000, role: content, privacy: free-text, required: always}
                  - {name: NY_RQ, title: {zh: 审计日期, en: Date}, type: date, length: 32, role: decided-on, privacy: public, required: always}
                  - {name: NY_JG, title: {zh: 审计机关, en: Body}, type: text, length: 200, role: authority-name, privacy: public, required: always}
                  - {name: NY_JGDM, title: {zh: 审计机关统一社会信用代码, en: Code of the body}, type: uscc, length: 64, role: authority-code, privacy: public, required: always}
                layouts:
                  - id: plain
                    title: {zh: 能源审计版式, en: Layout}
                    from: 2024-01-01
                    basis: {source: lanheng-scheme}
                    confidence: proposed
                    marks: [NY_BH]
                """);
        Files.writeString(city.resolve("gate/" + ONE_MORE + ".yaml"), """
                id: energy-audit
                title: {zh: 能源审计公示, en: Publication}
                from: 2024-01-01
                basis: {source: lanheng-scheme}
                confidence: proposed
                shown-until: unlimited
                """);
        policyOfTest = switch (PackLoader.load(home.resolve("policy-packs"), "demo-city")) {
            case PackLoading.Loaded(var policy) -> policy;
            case PackLoading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    @AfterAll
    static void backToTheShippedPacks() {
        policyOfTest = null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE_MORE,
                "judgment-debtor",
                "administrative-compulsion",
                "administrative-confirmation",
                "administrative-levy",
                "administrative-payment",
                "administrative-adjudication",
                "administrative-compensation",
                "administrative-reward",
                "administrative-inspection",
                "abnormal-enterprise",
                "abnormal-institution",
                "abnormal-social",
                "abnormal-individual-business",
                "severe-list",
                "market-ban",
                "contract-fulfilment",
                "commitment",
                "honour"
            })
    void aPublicTypeGoesFromDeliveryToPageAndBack(String id) throws Exception {
        RecordType type = inForce.policy().recordType(id).orElseThrow();
        Map<String, String> row = row(type, "2026-06-05");
        assertThat(server.get("/templates/" + id + ".csv", null).body())
                .as("the template has the columns")
                .contains(type.fields().getFirst().title().zh());

        assertThat(take(type, row).counts()).as("accepted").isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(take(type, row).counts()).as("the same again").isEqualTo(new RowCounts(1, 0, 1, 0, 0, 0));

        long organisation = organisations.findByCode(code(type)).orElseThrow().id();
        String address = archive.currentOf(organisation).getFirst().address();
        String content = row.get(type.field(Field.Role.CONTENT).orElseThrow().name());
        assertThat(server.get("/records/" + address, null).body())
                .contains(type.title().zh(), content);
        assertThat(server.get("/organisations/" + code(type), null).body())
                .contains(type.title().zh(), address);
        assertThat(server.get("/lists/" + id, null).body()).contains(address);

        row.put(type.field(Field.Role.CONTENT).orElseThrow().name(), "更正后的内容" + base);
        assertThat(take(type, row).counts()).as("a correction").isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(server.get("/records/" + address, null).body()).contains("更正后的内容" + base);

        var answer = server.post("/api/v1/records/" + address + "/withdrawal", token("market"), withdrawal());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(410);
        assertThat(server.get("/lists/" + id, null).body()).doesNotContain(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "criminal-judgment",
                "permit-bar",
                "public-contract",
                "contract-breach",
                "contract-performance",
                "government-promise",
                "government-contract",
                "government-arrears",
                "government-judgment",
                "publicity-quality",
                "evaluation-result",
                "compliance",
                "intellectual-property",
                "voluntary-fact"
            })
    void aTypeThatIsNotPublicIsKeptAndNotShown(String id) throws Exception {
        RecordType type = inForce.policy().recordType(id).orElseThrow();
        Map<String, String> row = row(type, "2026-06-05");

        assertThat(take(type, row).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));

        long organisation = organisations.findByCode(code(type)).orElseThrow().id();
        String address = archive.currentOf(organisation).getFirst().address();
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(404);
        assertThat(server.get("/organisations/" + code(type), null).body()).doesNotContain(address);
    }

    @Test
    void aRowAboutAPersonIsOutOfScopeInEveryType() throws Exception {
        for (RecordType type : inForce.policy().recordTypes().values()) {
            var category = type.field(Field.Role.SUBJECT_CATEGORY);
            if (category.isPresent() && type.target() == RecordType.Target.ARCHIVE) {
                Map<String, String> row = row(type, "2026-06-05");
                row.put(category.get().name(), "自然人");

                assertThat(take(type, row).counts()).as(type.id()).isEqualTo(new RowCounts(1, 0, 0, 0, 0, 1));
            }
        }
    }

    private Delivery take(RecordType type, Map<String, String> row) throws IOException, InterruptedException {
        String file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        var order = new Order(type.id(), market.code(), "test", type.id() + ".csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        if (closed.state() != Delivery.State.CLOSED) {
            throw new AssertionError(closed.state() + " " + closed.findings());
        }
        return closed;
    }

    private String code(RecordType type) {
        String prefix = type.id().equals("abnormal-individual-business") ? "92" : "91";
        return CodeMint.uscc(prefix, "990101", base + type.number());
    }

    /** A row without fault, made from nothing but the declaration of the type. */
    private Map<String, String> row(RecordType type, String day) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            boolean kept = field.privacy() != Field.Privacy.DROPPED && field.privacy() != Field.Privacy.PERSON_MARK;
            row.put(field.name(), kept ? value(type, field, day) : "");
        }
        return row;
    }

    private String value(RecordType type, Field field, String day) {
        return switch (field.role()) {
            case SUBJECT_NAME -> PenaltyFile.name(base + type.number());
            case SUBJECT_CODE -> code(type);
            case SUBJECT_CATEGORY -> type.id().equals("abnormal-individual-business") ? "个体工商户" : "法人及非法人组织";
            case DOCUMENT_NUMBER -> "澜字" + base + "第" + type.number() + "号";
            case AUTHORITY_NAME, SOURCE_NAME -> market.name().zh();
            case AUTHORITY_CODE, SOURCE_CODE -> market.code();
            case VALID_TO -> "2027-06-04";
            default ->
                switch (field.type()) {
                    case DATE -> day;
                    case AMOUNT_WAN -> "1.5";
                    case INTEGER -> "1";
                    case ENUM -> firstOf(field);
                    case USCC -> market.code();
                    default -> "示例" + field.title().zh();
                };
        };
    }

    private String firstOf(Field field) {
        var list = requireNonNull(inForce.policy().codeLists().get(requireNonNull(field.codeList())));
        return list.values().keySet().iterator().next();
    }

    private static String withdrawal() {
        return object(
                "ground",
                "revoked",
                "documentNumber",
                "澜府复决〔2026〕9号",
                "documentDate",
                "2026-06-08",
                "statement",
                "经复核，原认定有误，已经撤销。");
    }
}
