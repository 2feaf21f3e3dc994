package org.xinheng.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.cli.FoundedCityServer;

/** The papers of the day, filled by what the made-up city did through its own services. */
class PapersTest extends FoundedCityServer {

    /** The day of the made-up city. */
    private static final String TODAY = "2026-11-20";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient sql;

    private List<List<String>> rows(String account, String address) throws Exception {
        String csv = new CityVisit(context)
                .get(account, address + (address.contains("?") ? "&" : "?") + "export=csv")
                .text();
        assertThat(csv).as(account + " " + address).startsWith("\uFEFF");
        List<List<String>> all = CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
                .map(row -> row.getFields())
                .toList();
        return all.subList(1, all.size());
    }

    @Test
    void collectionHasEverySourceThatDelivered() throws Exception {
        List<List<String>> office = rows("office", "/ledgers/collection");
        long pairs = sql.sql("SELECT count(*) FROM (SELECT DISTINCT source, type FROM intake.timeliness) d")
                .query(Long.class)
                .single();
        assertThat(office).hasSizeGreaterThanOrEqualTo((int) pairs);
        assertThat(office).anySatisfy(row -> assertThat(row.get(4)).startsWith("从未报送"));
        assertThat(office).allSatisfy(row -> assertThat(row.get(4)).isEqualTo(state(row.get(2), row.get(3))));
        List<List<String>> clerk = rows("clerk", "/ledgers/collection");
        assertThat(office).as("a department's part").containsAll(clerk);
        assertThat(clerk.stream().map(List::getFirst).distinct()).hasSizeLessThanOrEqualTo(1);
    }

    /** @param due empty where no cycle is known of the type */
    private static String state(String heard, String due) {
        if (due.isEmpty()) {
            return "无固定周期";
        }
        if (heard.isEmpty()) {
            return due.compareTo(TODAY) < 0 ? "从未报送，已逾期" : "从未报送，未到期";
        }
        return due.compareTo(TODAY) < 0 ? "逾期未报" : "按期";
    }

    @Test
    void monthCanBeSentOnAsAWordDocument() throws Exception {
        var visit = new CityVisit(context);
        List<List<String>> rows = rows("office", "/ledgers/double-publicity");
        byte[] bytes =
                visit.get("office", "/ledgers/double-publicity?export=docx").bytes();
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        var factory = DocumentBuilderFactory.newInstance();
        for (var part : parts.values()) {
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        }
        String word = new String(Objects.requireNonNull(parts.get("word/document.xml")), StandardCharsets.UTF_8);
        assertThat(word).contains("双公示月度通报表", "迟报率", "<w:tblHeader/>");
        assertThat(word.split("<w:tr>", -1).length - 2).as("rows of the table").isEqualTo(rows.size());
        assertThat(visit.get("office", "/ledgers/double-publicity?month=2026-13")
                        .status())
                .isEqualTo(400);
        assertThat(visit.get("office", "/ledgers/double-publicity?month=2099-01")
                        .text())
                .contains("统计月份有误");
    }

    @Test
    void casesStandInTheirRegistersWithTheirPapers() throws Exception {
        for (String kind : List.of("repair", "objection")) {
            long cases = sql.sql("SELECT count(*) FROM casework.case_file WHERE kind = ?")
                    .param(kind)
                    .query(Long.class)
                    .single();
            assertThat(rows("office", "/ledgers/" + kind + "s")).as(kind).hasSize((int) cases);
        }
    }

    @Test
    void whatEndsSoonEndsWithinTheDaysAskedFor() throws Exception {
        List<List<String>> far = rows("office", "/ledgers/ending?days=90");
        assertThat(far).isNotEmpty().allSatisfy(row -> assertThat(row.get(4)).isBetween("2026-11-20", "2027-02-18"));
        assertThat(far).containsAll(rows("office", "/ledgers/ending?days=7"));
        var visit = new CityVisit(context);
        for (String days : List.of("0", "91", "x", "-1")) {
            assertThat(visit.get("office", "/ledgers/ending?days=" + days).text())
                    .as(days)
                    .contains("天数有误");
        }
        assertThat(visit.get("approver", "/ledgers/ending").status()).isEqualTo(403);
        assertThat(visit.get("clerk", "/ledgers/lists").status()).isEqualTo(403);
    }

    @Test
    void wrongCodesAreCountedByBody() throws Exception {
        long all = sql.sql("SELECT count(*) FROM organisation.code_quality")
                .query(Long.class)
                .single();
        assertThat(rows("office", "/ledgers/codes").stream()
                        .mapToLong(row -> Long.parseLong(row.get(1)))
                        .sum())
                .isEqualTo(all);
    }
}
