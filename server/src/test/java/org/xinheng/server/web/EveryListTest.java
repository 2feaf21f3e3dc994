package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.cli.CityVisit;
import org.xinheng.server.cli.FoundedCityServer;

/**
 * All lists of the signed-in rooms of the made-up city, one after the other: each turns its pages, is put in order by each column
 * that can lead both ways, is looked through, is taken home as it is shown, and says so when its address asks for what it does not
 * have.
 */
class EveryListTest extends FoundedCityServer {

    private static final Pattern HEAD = Pattern.compile("aria-sort=\"[a-z]+\"><a href=\"([^\"]*)\">");
    private static final Pattern OPTIONS =
            Pattern.compile("<select[^>]*name=\"([^\"]+)\">(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern SORT = Pattern.compile("[?&;]sort=(-?)([a-z-]+)");

    @Autowired
    WebApplicationContext context;

    private record Place(String account, String path) {
        @Override
        public String toString() {
            return account + " " + path;
        }

        String with(String parameters) {
            return path + (path.contains("?") ? "&" : "?") + parameters;
        }
    }

    private static List<Place> places() {
        return Stream.of(
                        "office /deliveries",
                        "office /cases?all=true",
                        "office /queues/held",
                        "office /queues/held?kind=UNCONFIRMED",
                        "office /queues/waiting",
                        "office /queues/codes?open=true",
                        "office /proceedings",
                        "office /commitment-files",
                        "office /documents",
                        "office /applied-measures",
                        "office /market-bans",
                        "office /corrections/consumers",
                        "office /repairs/rechecks",
                        "clerk /repairs/rechecks",
                        "office /check-feedback",
                        "office /check-rates",
                        "office /check-rates/unchecked",
                        "office /joint-cases",
                        "office /check-records",
                        "clerk /deliveries",
                        "clerk /cases",
                        "clerk /queues/held",
                        "clerk /queues/waiting",
                        "clerk /queues/codes",
                        "clerk /documents",
                        "clerk /own-records",
                        "approver /check-feedback",
                        "approver /check-records",
                        "approver /applied-measures",
                        "officer /proceedings",
                        "officer /commitment-files",
                        "inspector /inspections/desk",
                        "organisation /documents",
                        "organisation /proceedings",
                        "organisation /commitment-files",
                        "organisation /cases",
                        "organisation /voluntary-facts",
                        "office /voluntary-facts",
                        "clerk /voluntary-facts",
                        "office /ledgers/collection",
                        "office /ledgers/double-publicity",
                        "office /ledgers/repairs",
                        "office /ledgers/objections",
                        "office /ledgers/lists",
                        "office /ledgers/ending?days=90",
                        "office /ledgers/codes",
                        "office /ledgers/scores",
                        "clerk /ledgers/scores",
                        "office /ledgers/unreported",
                        "clerk /ledgers/unreported",
                        "clerk /ledgers/collection",
                        "clerk /ledgers/double-publicity",
                        "clerk /ledgers/repairs",
                        "clerk /ledgers/objections",
                        "clerk /ledgers/ending?days=90",
                        "clerk /ledgers/codes",
                        "office /today",
                        "clerk /today",
                        "admin /accounts",
                        "admin /clients")
                .map(line -> line.split(" "))
                .map(parts -> new Place(parts[0], parts[1]))
                .toList();
    }

    private CityVisit visit() {
        return new CityVisit(context);
    }

    private List<List<String>> csv(CityVisit visit, Place place, String parameters) throws Exception {
        String text = visit.get(
                        place.account(), place.with(parameters + (parameters.isEmpty() ? "" : "&") + "export=csv"))
                .text();
        assertThat(text).as(place + " " + parameters).startsWith("\uFEFF");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(row -> row.getFields())
                .toList();
    }

    private static List<List<String>> xlsx(byte[] bytes) throws Exception {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    /** Cells up to the last that says something: a workbook does not keep empty ones. */
    private static List<List<String>> trimmed(List<List<String>> rows) {
        return rows.stream()
                .map(row -> {
                    int end = row.size();
                    while (end > 0 && row.get(end - 1).isEmpty()) {
                        end--;
                    }
                    return row.subList(0, end);
                })
                .toList();
    }

    private static int shown(String html) {
        int from = html.lastIndexOf("<tbody>");
        return from < 0
                ? 0
                : html.substring(from, html.indexOf("</tbody>", from)).split("<tr>", -1).length - 1;
    }

    /** Ids of the columns that can lead. */
    private static Set<String> columns(String html) {
        Set<String> found = new TreeSet<>();
        HEAD.matcher(html).results().forEach(head -> {
            var sort = SORT.matcher(head.group(1));
            if (sort.find()) {
                found.add(sort.group(2));
            }
        });
        return found;
    }

    @Test
    void everyListTurnsPagesSortsFiltersAndIsTakenHomeAsShown() throws Exception {
        CityVisit visit = visit();
        List<String> filled = new ArrayList<>();
        for (Place place : places()) {
            var page = visit.get(place.account(), place.path());
            assertThat(page.status()).as(place.toString()).isEqualTo(200);
            List<List<String>> all = csv(visit, place, "");
            List<String> header = all.getFirst();
            List<List<String>> rows = all.subList(1, all.size());
            assertThat(shown(page.text())).as(place + " rows shown").isEqualTo(Math.min(ListAsk.SHOWN, rows.size()));
            byte[] workbook =
                    visit.get(place.account(), place.with("export=xlsx")).bytes();
            assertThat(trimmed(xlsx(workbook))).as(place + " as a workbook").isEqualTo(trimmed(all));
            if (!rows.isEmpty()) {
                filled.add(place.toString());
                pages(visit, place, rows.size());
                orders(visit, place, page.text(), header, rows);
            }
            filters(visit, place, page.text(), rows);
        }
        System.out.println("lists with rows: " + filled);
        assertThat(filled).as("lists of the city with rows").hasSizeGreaterThan(places().size() / 2);
    }

    private static void pages(CityVisit visit, Place place, int total) throws Exception {
        int seen = 0;
        int last = (total + ListAsk.SHOWN - 1) / ListAsk.SHOWN;
        for (int number = 1; number <= last; number++) {
            seen += shown(
                    visit.get(place.account(), place.with("page=" + number)).text());
        }
        assertThat(seen).as(place + " on all pages").isEqualTo(total);
        assertThat(shown(visit.get(place.account(), place.with("page=" + (last + 7)))
                        .text()))
                .as(place + " behind the last page")
                .isEqualTo(total - (last - 1) * ListAsk.SHOWN);
    }

    private void orders(CityVisit visit, Place place, String html, List<String> header, List<List<String>> rows)
            throws Exception {
        Set<String> columns = columns(html);
        assertThat(columns).as(place + " can be put in order").isNotEmpty();
        for (String column : columns) {
            var rising = csv(visit, place, "sort=" + column);
            var falling = csv(visit, place, "sort=-" + column);
            assertThat(rising.getFirst()).isEqualTo(header);
            assertThat(rising.subList(1, rising.size()))
                    .as(place + " by " + column)
                    .containsExactlyInAnyOrderElementsOf(rows);
            assertThat(falling.subList(1, falling.size()))
                    .as(place + " by -" + column)
                    .containsExactlyInAnyOrderElementsOf(rows);
            boolean turned = false;
            for (int cell = 0; cell < header.size(); cell++) {
                int at = cell;
                List<String> up = rising.subList(1, rising.size()).stream()
                        .map(row -> row.get(at))
                        .toList();
                List<String> down = falling.subList(1, falling.size()).stream()
                        .map(row -> row.get(at))
                        .toList();
                turned |= up.equals(down.reversed());
            }
            assertThat(turned).as(place + " turned round by " + column).isTrue();
        }
    }

    private void filters(CityVisit visit, Place place, String html, List<List<String>> rows) throws Exception {
        for (var select : OPTIONS.matcher(html).results().toList()) {
            for (var option : OPTION.matcher(select.group(2)).results().limit(6).toList()) {
                String typed = select.group(1) + "=" + URLEncoder.encode(option.group(1), StandardCharsets.UTF_8);
                var found = csv(visit, place, typed);
                assertThat(shown(visit.get(place.account(), place.with(typed)).text()))
                        .as(place + " with " + typed)
                        .isEqualTo(Math.min(ListAsk.SHOWN, found.size() - 1));
                if (!place.path().endsWith("/check-feedback")) {
                    // Feedback that was given is listed only when it is asked for.
                    assertThat(rows).as(place + " with " + typed).containsAll(found.subList(1, found.size()));
                }
            }
        }
        if (html.contains("name=\"q\"")) {
            assertThat(csv(visit, place, "q=" + URLEncoder.encode("没有这样的内容", StandardCharsets.UTF_8)))
                    .as(place + " without a match")
                    .hasSize(1);
        }
    }

    @Test
    void whatAListDoesNotHaveIsRefusedInWords() throws Exception {
        CityVisit visit = visit();
        for (Place place : places()) {
            List<String> asked =
                    new ArrayList<>(List.of("sort=nothing", "sort=-id;drop", "page=0", "page=x", "export=exe"));
            String html = visit.get(place.account(), place.path()).text();
            OPTIONS.matcher(html).results().forEach(select -> asked.add(select.group(1) + "=no-such-value"));
            for (String parameters : asked) {
                var answer = visit.get(place.account(), place.with(parameters.replace(";", "%3B")));
                assertThat(answer.status()).as(place + " " + parameters).isEqualTo(400);
                assertThat(answer.text()).as(place + " " + parameters).contains("清单地址有误");
            }
        }
    }
}
