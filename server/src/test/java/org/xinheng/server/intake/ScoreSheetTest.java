package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.cli.CityVisit;

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
        var figure = java.util.regex.Pattern.compile("合规 (\\d+) 行，共报送 (\\d+) 行").matcher(quality.get(4));
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

    @Test
    void periodThatIsNoneIsRefusedInWords() throws Exception {
        for (String wrong : List.of("from=2026-13-01", "from=2026-06-30&to=2026-06-01", "to=x")) {
            var answer = visit.get(office, "/ledgers/scores?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.text()).as(wrong).contains("起止日期有误");
        }
    }
}
