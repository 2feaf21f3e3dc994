package org.xinheng.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.cli.FoundedCityServer;
import org.xinheng.server.organisation.Organisations;

/** Who read what, and what waits today, at pages of the made-up city. */
class ReadingsTest extends FoundedCityServer {

    private static final Pattern ROW =
            Pattern.compile("<tr><td[^>]*><a href=\"([^\"]+)\">([^<]+)</a></td><td[^>]*>(\\d+)</td>");

    @Autowired
    WebApplicationContext context;

    @Autowired
    AccessLog log;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient sql;

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void readIsFoundByBodyPostAndPurposeAndNeverByAccount() throws Exception {
        var visit = new CityVisit(context);
        Actor clerk = visit.actor("clerk");
        long id = organisations.findByCode(organisation()).orElseThrow().id();
        log.read(clerk, "organisation.records", id, "核实投诉线索第7号");
        String query = "?q=" + encoded("核实投诉线索第7号");
        for (String reader : List.of("auditor /readings", "office /readings", "clerk /own-readings")) {
            String[] parts = reader.split(" ");
            var page = visit.get(parts[0], parts[1] + query);
            assertThat(page.status()).as(reader).isEqualTo(200);
            assertThat(page.text()).as(reader).contains("核实投诉线索第7号", "数据来源单位经办", "主体信用档案");
            assertThat(visit.get(parts[0], parts[1] + query + "&export=csv").text())
                    .contains("核实投诉线索第7号")
                    .doesNotContain(",clerk,");
        }
        assertThat(visit.get("auditor", "/readings" + query).text()).contains(organisation());
        assertThat(visit.get("clerk", "/readings").status()).isEqualTo(403);
        assertThat(visit.get("admin", "/readings").status()).isEqualTo(403);
        assertThat(visit.get("auditor", "/readings?from=2026-13-45").status()).isEqualTo(400);
        assertThat(visit.get("auditor", "/readings?from=20261231&until=2026/1/1")
                        .text())
                .contains("日期有误");
        assertThat(visit.get("auditor", "/readings?until=2020-01-01&q=" + encoded("核实投诉线索"))
                        .text())
                .doesNotContain("核实投诉线索第7号");
    }

    @Test
    void departmentSeesNoReadOfOthers() throws Exception {
        var visit = new CityVisit(context);
        long id = organisations.findByCode(organisation()).orElseThrow().id();
        log.read(visit.actor("office"), "cases.file", id + 1_000_000_000L, "别处的查询");
        assertThat(visit.get("clerk", "/own-readings?q=" + encoded("别处的查询")).text())
                .contains("没有符合条件的内容");
        assertThat(visit.get("office", "/readings?q=" + encoded("别处的查询")).text())
                .contains("案件卷宗");
    }

    @Test
    void everyReadOfTheCityIsNamedInWords() {
        var words = org.xinheng.server.web.Words.in(org.xinheng.server.web.Language.CHINESE);
        assertThat(sql.sql("SELECT DISTINCT what FROM access.read_log")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(what -> assertThat(words.find("reading-words", "what." + what))
                        .as(what)
                        .isNotNull());
    }

    @Test
    void eachCountOfTodayOpensToAsManyRows() throws Exception {
        var visit = new CityVisit(context);
        for (String account : List.of("office", "clerk", "auditor", "approver")) {
            var rows =
                    ROW.matcher(visit.get(account, "/today").text()).results().toList();
            assertThat(rows).as(account).isNotEmpty();
            for (var row : rows) {
                if (row.group(1).equals("/repairs/rechecks")) {
                    continue;
                }
                if (row.group(1).equals("/ledgers/bulletins")) {
                    String page = visit.get(account, row.group(1)).text();
                    assertThat(page.split("<article", -1))
                            .as("no list: reports, each in whole")
                            .hasSize(Integer.parseInt(row.group(3)) + 1);
                    continue;
                }
                String csv = visit.get(account, row.group(1) + (row.group(1).contains("?") ? "&" : "?") + "export=csv")
                        .text();
                long lines = csv.isEmpty()
                        ? 0
                        : de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv).stream()
                                        .count()
                                - 1;
                assertThat(lines).as(account + " " + row.group(2)).isEqualTo(Long.parseLong(row.group(3)));
            }
        }
    }
}
