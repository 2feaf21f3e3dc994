package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xinheng.core.policy.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas with which an editor checks a file while it is typed say the same as the loader. */
class SchemaTest {

    private static final String BASE = "https://xinheng.example/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:schemas/")));

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PackLoaderTest.PACKS)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyShippedFilePassesItsSchema(Path file) throws IOException {
        assertThat(faults(kindOf(file), Files.readString(file))).isEmpty();
    }

    @Test
    void whatTheLoaderRefusesInFormTheSchemaRefusesToo() {
        String rule = "title: {zh: 甲, en: A}, from: 2026-01-01, confidence: proposed";
        String basis = "basis: {document: 甲, level: house}";

        assertThat(faults(
                        "deadlines",
                        "deadlines: [{id: a, %s, %s, days: 1, unit: working-days}]".formatted(rule, basis)))
                .isEmpty();
        assertThat(faults("deadlines", "deadlines: [{id: a, %s, days: 1, unit: working-days}]".formatted(rule)))
                .anyMatch(fault -> fault.contains("basis"));
        assertThat(faults(
                        "deadlines",
                        "deadlines: [{id: a, %s, %s, dayz: 1, unit: working-days}]".formatted(rule, basis)))
                .anyMatch(fault -> fault.contains("dayz"));
        assertThat(faults(
                        "measures",
                        "measures: [{id: a, %s, %s, duty: may, effect: restriction, subjects: [natural-person],"
                                        .formatted(rule, basis)
                                + " body: {zh: 甲, en: A}, trigger: {record-type: b, lasting: 1 year}}]"))
                .anyMatch(fault -> fault.contains("subjects"));
    }

    @Test
    void namesEveryRoleThatAFieldMayPlay() {
        JsonNode roles = SCHEMAS.getSchema(SchemaLocation.of(BASE + "policy-pack.json"))
                .getSchemaNode()
                .at("/$defs/field/properties/role/enum");
        Set<String> named = new TreeSet<>();
        roles.forEach(role -> named.add(role.asString()));

        assertThat(named)
                .isEqualTo(Stream.of(Field.Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String kindOf(Path file) {
        String folder =
                file.subpath(file.getNameCount() - 2, file.getNameCount() - 1).toString();
        return switch (folder) {
            case "catalogue", "gate", "evaluation", "casework" -> folder;
            case "lists" -> "list";
            case "reports" -> "report";
            case "codelists" -> "codelist";
            case "calendar" -> "table-head";
            default ->
                file.subpath(file.getNameCount() - 1, file.getNameCount())
                        .toString()
                        .replace(".yaml", "");
        };
    }

    private static List<String> faults(String kind, String yaml) {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        String location = kind.equals("table-head") ? "policy-pack.json#/$defs/table-head" : kind + ".json";
        return SCHEMAS
                .getSchema(SchemaLocation.of(BASE + location))
                .validate(JSON.writeValueAsString(content), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
