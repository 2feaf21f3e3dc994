package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

/** Public data as files, over HTTP. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DownloadsTest {

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryPublicRecords records;

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    private List<Map<?, ?>> lines(String type) {
        return get("/downloads/" + type + ".jsonl")
                .body()
                .lines()
                .<Map<?, ?>>map(line -> JsonMapper.shared().readValue(line, Map.class))
                .toList();
    }

    @Test
    void pageSaysTermsFieldsAndDay() {
        Visit page = get("/downloads");
        assertThat(page.body()).contains("使用须知", "注明来源", "2026年11月20日", "/developers", "/corrections");
        Visit type = get("/downloads/administrative-penalty");
        assertThat(type.body()).contains("CF_WSH", "字段说明", "rel=\"nofollow\"", "administrative-penalty.xlsx");
        assertThat(type.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(get("/downloads/administrative-permit").header("X-Robots-Tag"))
                .isEmpty();
        assertThat(get("/downloads/evaluation-result").status())
                .as("not public")
                .isEqualTo(404);
    }

    @Test
    void filesHoldEveryShownRecordAndNoOther() {
        assertThat(lines("administrative-permit")).hasSize(61);
        assertThat(lines("administrative-penalty"))
                .hasSize(2)
                .extracting(line -> line.get("_record"))
                .allSatisfy(address -> assertThat(String.valueOf(address)).contains("/records/"));
        assertThat(get("/downloads/administrative-penalty.csv").body())
                .contains("虚假宣传", "超限运输")
                .doesNotContain("进货票据");
        assertThat(get("/downloads/evaluation-result.csv").status()).isEqualTo(404);
        assertThat(get("/downloads/administrative-penalty.exe").status()).isEqualTo(404);
    }

    @Test
    void withdrawnRecordIsOutOfTheNextFile() {
        records.withdraw("p3", "原处罚决定已撤销。");
        try {
            assertThat(get("/downloads/administrative-penalty.csv").body()).doesNotContain("超限运输");
        } finally {
            records.reinstate("p3");
        }
    }

    /** Every value of a file of adverse records stands on the page of its record. */
    @Test
    void adverseFilesCarryNoMoreThanThePages() {
        Visit file = get("/downloads/administrative-penalty.jsonl");
        assertThat(file.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        for (Map<?, ?> line : lines("administrative-penalty")) {
            String address = String.valueOf(line.get("_record"));
            String page =
                    get(address.substring(address.indexOf("/records/"))).body().replaceAll("<[^>]*>", " ");
            String plain = page.replaceAll("[\\s,]", "");
            line.forEach((name, value) -> {
                String text = String.valueOf(value);
                boolean told = text.matches("\\d{4}-\\d\\d-\\d\\d")
                        || String.valueOf(name).startsWith("_");
                if (!told) {
                    assertThat(plain)
                            .as(String.valueOf(name))
                            .contains(text.replace("<", "&lt;")
                                    .replace(">", "&gt;")
                                    .replaceAll("[\\s,]", ""));
                }
            });
            assertThat(line.keySet().stream().map(String::valueOf)).doesNotContain("CF_GSJZQ", "CF_FRDB", "CF_FR_ZJHM");
        }
    }

    @Test
    void noCellIsAFormula() throws IOException {
        records.add(SampleRecords.penaltyAbout("f1", "=HYPERLINK(\"http://example.invalid\")"));
        try {
            assertThat(get("/downloads/administrative-penalty.csv").body())
                    .contains("HYPERLINK")
                    .doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
            assertThat(sheet(get("/downloads/administrative-penalty.xlsx")))
                    .contains("HYPERLINK")
                    .doesNotContain("<f>", "<is><t>=HYPERLINK", "<t>=");
        } finally {
            records.withdraw("f1", "试");
        }
    }

    private String sheet(Visit file) throws IOException {
        StringBuilder all = new StringBuilder();
        Path kept = folder.resolve("file.xlsx");
        Files.write(kept, file.response().body());
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void databaseAwayIsNoEmptyFile() {
        records.failWith(new DataAccessResourceFailureException("away"));
        try {
            assertThat(get("/downloads/administrative-permit.jsonl").status()).isEqualTo(503);
        } finally {
            records.failWith(null);
        }
    }
}
