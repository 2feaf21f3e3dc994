package org.xinheng.packs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.code.CodeTables;
import org.xinheng.packs.Project;

class CodeTablesReaderTests {

    private static final String HEAD = """
            id: place.codelists.zones
            kind: divisions
            title: {zh: 开发区, en: Zones}
            basis: {document: 某市人民政府文件}
            source: a file
            licence: CC0-1.0
            confidence: confirmed
            file: zones.csv
            """;

    @TempDir
    private Path packs;

    @Test
    void nationalPackHasAllPrefixesAndDivisionsPresentAndPast() {
        CodeTables tables = CodeTablesReader.read(Project.nationalPack());

        assertThat(tables.prefixes()).hasSize(37).containsEntry("92", "个体工商户").containsEntry("99", "其他（工商）");
        assertThat(tables.regions())
                .hasSize(6_781)
                .contains("110000", "511011", "650100", "100000")
                .as("Chongwen, merged in 2010")
                .contains("110103");
    }

    @Test
    void everyTableOfTheNationalPackNamesSourceLicenceAndAnExistingFile() throws IOException {
        for (String folder : List.of("codelists", "calendar")) {
            Path path = Project.nationalPack().getFirst().resolve(folder);
            try (var files = Files.list(path)) {
                List<Path> tables =
                        files.filter(file -> file.toString().endsWith(".csv")).toList();
                assertThat(tables).isNotEmpty().allSatisfy(csv -> {
                    Path head = csv.resolveSibling(csv.getFileName().toString().replace(".csv", ".yaml"));
                    assertThat(TableHead.read(head).file()).isEqualTo(csv);
                });
            }
        }
    }

    @Test
    void placeAddsItsRegionsToTheNationalOnes() throws IOException {
        Path place = place(HEAD, "code,name\n990101,某区\n");

        CodeTables tables = CodeTablesReader.read(List.of(Project.nationalPack().getFirst(), place));

        assertThat(tables.regions()).hasSize(6_782).contains("990101");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"code,name\\n99010,x|table.division|2", "name\\nx|table.column-missing|1", "|table.file-missing|0"
            })
    void faultsNameTheFileAndTheLine(@Nullable String csv, String code, long line) throws IOException {
        Path place = place(HEAD, csv == null ? null : csv.replace("\\n", "\n"));

        assertThatThrownBy(() ->
                        CodeTablesReader.read(List.of(Project.nationalPack().getFirst(), place)))
                .isInstanceOfSatisfying(FaultyTableException.class, fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.file()).endsWith("zones.csv");
                });
    }

    @Test
    void anotherEncodingIsAFaultAndNotOtherNames() throws IOException {
        Path place = place(HEAD, "");
        Files.write(place.resolve("codelists/zones.csv"), "code,name\n990101,某区\n".getBytes("GB18030"));

        assertThatThrownBy(() ->
                        CodeTablesReader.read(List.of(Project.nationalPack().getFirst(), place)))
                .isInstanceOfSatisfying(
                        FaultyTableException.class,
                        fault -> assertThat(fault.code()).isEqualTo("table.encoding"));
    }

    @Test
    void headWithoutLicenceIsRefused() throws IOException {
        Path place = place(HEAD.replace("licence: CC0-1.0\n", ""), "code,name\n");

        assertThatThrownBy(() -> CodeTablesReader.read(List.of(place)))
                .isInstanceOfSatisfying(
                        FaultyTableException.class,
                        fault -> assertThat(fault.facts()).isNotEmpty());
        assertThatThrownBy(() -> TableHead.read(place.resolve("codelists/zones.yaml")))
                .isInstanceOfSatisfying(
                        FaultyTableException.class,
                        fault -> assertThat(fault.facts()).containsExactly("licence"));
    }

    private Path place(String head, @Nullable String csv) throws IOException {
        Path folder = Files.createDirectories(packs.resolve("place/codelists"));
        Files.writeString(folder.resolve("zones.yaml"), head);
        if (csv != null) {
            Files.writeString(folder.resolve("zones.csv"), csv);
        }
        return packs.resolve("place");
    }
}
