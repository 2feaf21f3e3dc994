package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;
import org.xinheng.server.access.Role;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.policy.Edited;
import tools.jackson.databind.JsonNode;

/** Departments are scored by the items and points of the pack; each sees its own, and every figure opens to its rows. */
class ScoreSheetTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final String SHEET = "/ledgers/scores?from=2026-06-01&to=2026-06-30";

    private CityVisit visit;
    private String clerk = "";
    private String office = "";

    @BeforeEach
    void people() throws Exception {
        visit = new CityVisit(context);
        clerk = "scores-market-" + base;
        office = "scores-office-" + base;
        setup.account(clerk, PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        setup.account(office, PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
        deliver(penalties(base, 3).set(0, "CF_XDR_SHXYM", "91"));
        deliver(ecology, penalties(ecology, base + 10, 1), false);
    }

    private List<List<String>> sheet(String account) throws Exception {
        String text = visit.get(account, SHEET + "&export=csv").text();
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(row -> row.getFields())
                .toList();
    }

    private List<String> line(String account, String source, String item) throws Exception {
        return sheet(account).stream()
                .filter(row -> row.get(0).equals(source) && row.get(2).equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsCountedIsScoredInProportionAndTheRestIsLeftToAPerson() throws Exception {
        String name = market.name().zh();
        List<String> quality = line(office, name, "数据合规");
        assertThat(quality.get(3)).isEqualTo("40");
        var figure = java.util.regex.Pattern.compile("合规 (\\d+) 行，共校验 (\\d+) 行").matcher(quality.get(4));
        assertThat(figure.matches()).as(quality.get(4)).isTrue();
        double part = Double.parseDouble(figure.group(1));
        double whole = Double.parseDouble(figure.group(2));
        assertThat(part).as("one row was refused").isLessThan(whole);
        assertThat(Double.parseDouble(quality.get(5)))
                .isCloseTo(40 * part / whole, org.assertj.core.data.Offset.offset(0.01));
        assertThat(line(office, name, "宣传和培训")).containsSubsequence("20", "人工评分", "不计分");
        assertThat(line(office, name, "合计（已计分项目）").get(3))
                .as("points that were scored")
                .isEqualTo("80");
    }

    @Test
    void departmentSeesItsOwnAndTheOfficeAll() throws Exception {
        assertThat(sheet(clerk).stream().skip(1).map(List::getFirst))
                .containsOnly(market.name().zh());
        assertThat(sheet(office).stream().map(List::getFirst))
                .contains(market.name().zh(), ecology.name().zh());
    }

    @Test
    void figureOpensToItsRows() throws Exception {
        String page = visit.get(clerk, SHEET).text();
        String rows = "/timeliness/" + market.code() + "?late=true&amp;from=2026-06-01&amp;to=2026-06-30";
        assertThat(page).contains(rows, "/deliveries?source=" + market.code());
        assertThat(visit.get(clerk, rows.replace("&amp;", "&")).status()).isEqualTo(200);
    }

    /** One word about penalties on 10 June, and none about permits. */
    @Test
    void cyclesInWhichNothingWasReportedAreCountedAndOpenToTheirRows() throws Exception {
        Authority silent = inForce.policy().authority("education").orElseThrow();
        deliveries.reportZero(PENALTY, silent.code(), "test");
        today("2026-07-10");

        List<String> reported = line(office, silent.name().zh(), "应报尽报");
        var figure = java.util.regex.Pattern.compile("未报 (\\d+) 期，应报 (\\d+) 期").matcher(reported.get(4));
        assertThat(figure.matches()).as(reported.get(4)).isTrue();
        int missed = Integer.parseInt(figure.group(1));
        int due = Integer.parseInt(figure.group(2));
        assertThat(missed).isPositive().isLessThan(due);
        assertThat(Double.parseDouble(reported.get(5)))
                .isCloseTo(10.0 * (due - missed) / due, org.assertj.core.data.Offset.offset(0.01));

        String rows = "/ledgers/unreported?source=" + silent.code()
                + "&indicator=indicator.unreported&from=2026-06-01&to=2026-06-30";
        assertThat(visit.get(office, SHEET).text()).contains(rows.replace("&", "&amp;"));
        List<List<String>> opened = csv(office, rows);
        assertThat(opened).hasSize(missed);
        assertThat(opened).allSatisfy(row -> assertThat(row.get(3)).startsWith("2026-06-"));
        assertThat(begun(opened, "行政处罚"))
                .as("the word was kept, silence is counted from it")
                .contains("2026-06-10");
        assertThat(begun(opened, "行政许可"))
                .as("no word at all")
                .hasSizeGreaterThan(1)
                .doesNotContain("2026-06-10");
        assertThat(csv(clerk, rows)).as("another body's").isEmpty();
        assertThat(csv(office, rows.replace("indicator.unreported", "indicator.none")))
                .isEmpty();
    }

    /** The pack's duty is years older than the platform, and the pack says no day on which reporting begins. */
    @Test
    void nobodyMissedACycleBeforeThePlatformWasThere() throws Exception {
        startedOn("2026-06-09");
        today("2026-07-10");

        List<List<String>> silent = csv(office, "/ledgers/unreported?from=2026-05-01&to=2026-07-09");
        assertThat(silent).isNotEmpty();
        assertThat(silent).allSatisfy(row -> assertThat(row.get(2)).isGreaterThanOrEqualTo("2026-06-09"));
    }

    /** Silence says nothing from the first day of a duty; what is held against a body begins when reporting began. */
    @Test
    void neverHeardIsOutOfDateBeforeItIsOverdue() throws Exception {
        startedOn("2026-06-09");
        today("2026-06-10");
        String education = inForce.policy().authority("education").orElseThrow().code();
        JsonNode feed = json(server.get("/api/v1/timeliness?type=administrative-permit", token("office")))
                .path("sources")
                .valueStream()
                .filter(line -> line.path("source").asString().equals(education))
                .findFirst()
                .orElseThrow()
                .path("feed");

        assertThat(feed.path("lastHeard").isNull() || feed.path("lastHeard").isMissingNode())
                .isTrue();
        assertThat(feed.path("stale").asBoolean()).isTrue();
        assertThat(feed.path("dueBy").asString()).isLessThan("2026-06-10");
        assertThat(feed.path("overdue").asBoolean()).isFalse();
        assertThat(feed.path("owedBy").asString()).isGreaterThan("2026-06-10");
    }

    /** No cycle ended: that is said, and not that all is well. */
    @Test
    void ledgerOfNoCycleIsNoPraise() throws Exception {
        startedOn("2026-06-09");
        today("2026-06-10");
        assertThat(visit.get(office, "/ledgers/unreported?from=2026-06-01&to=2026-06-09")
                        .text())
                .contains("本地自 2026年6月9日 起开始报送；所选日期内到期 0 期，其中未报 0 期；另有 0 期截止日待定。", "没有到期的周期，不表示各单位已经按期报送");
    }

    /** The first word of anybody is no beginning: months in which all were silent stay missed. */
    @Test
    void silenceOfAllIsMissedByAll() throws Exception {
        assertThat(csv(office, "/ledgers/unreported?from=2026-01-05&to=2026-03-31"))
                .anySatisfy(
                        row -> assertThat(row.get(0)).isEqualTo(market.name().zh()))
                .anySatisfy(row -> assertThat(row.get(2)).isEqualTo("2026-01-05"));
    }

    /** What the place says goes before the day of the first start, earlier or later, on the ledger and beside the next last day. */
    @Test
    void thePlaceSaysFromWhichDayOnItCounts() throws Exception {
        today("2026-07-10");
        for (String begins : List.of("2025-12-01", "2026-05-18")) {
            policyOfTest = beginning(begins);
            try {
                assertThat(csv(office, "/ledgers/unreported?from=2025-11-01&to=2026-07-09").stream()
                                .map(row -> row.get(2))
                                .min(String::compareTo))
                        .hasValue(begins);
            } finally {
                policyOfTest = null;
            }
        }
    }

    private static Policy beginning(String day) {
        Monitoring monitoring = DemoCity.POLICY.instruments().monitoring();
        Rule rule = monitoring.assessments().getFirst().rule();
        Validity from = new Validity(LocalDate.parse(day), null);
        return Edited.instrument(
                DemoCity.POLICY,
                "beginning",
                "monitoring",
                Edited.with(monitoring, "reportingBegins", Edited.with(rule, "validity", from)));
    }

    private static List<String> begun(List<List<String>> cycles, String type) {
        return cycles.stream()
                .filter(row -> row.get(1).equals(type))
                .map(row -> row.get(2))
                .toList();
    }

    private List<List<String>> csv(String account, String path) throws Exception {
        return CsvReader.builder()
                .ofCsvRecord(visit.get(account, path + "&export=csv").text().substring(1))
                .stream()
                .skip(1)
                .map(row -> row.getFields())
                .toList();
    }

    @Test
    void whoTookTheSheetHomeStandsInTheLog() throws Exception {
        visit.get(clerk, SHEET);
        assertThat(logged("scores.export")).isZero();
        assertThat(visit.get(clerk, SHEET + "&export=csv").status()).isEqualTo(200);
        assertThat(visit.get(clerk, SHEET + "&export=xlsx").status()).isEqualTo(200);
        assertThat(visit.get(clerk, "/ledgers/unreported?export=csv").status()).isEqualTo(200);
        assertThat(logged("scores")).isEqualTo(1);
        assertThat(logged("scores.export")).isEqualTo(2);
        assertThat(logged("unreported.export")).isEqualTo(1);
    }

    private long logged(String what) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE actor = :actor AND what = :what")
                .param("actor", clerk)
                .param("what", what)
                .query(Long.class)
                .single();
    }

    @Test
    void periodThatIsNoneIsRefusedInWords() throws Exception {
        for (String wrong : List.of("from=2026-13-01", "from=2026-06-30&to=2026-06-01", "to=x")) {
            var answer = visit.get(office, "/ledgers/scores?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.text()).as(wrong).contains("起止日期有误");
        }
    }
}
