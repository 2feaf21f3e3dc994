package org.xinheng.server.years;

import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.years.PlantedRecord.Kind;

/** Looks at every output of a day and takes down where it differs from the second opinion, in either direction. */
final class Outputs {

    private static final Pattern ADDRESS = Pattern.compile("/records/([0-9a-z]{20,40})");
    private static final Pattern COUNTED =
            Pattern.compile("href=\"/lists/([a-z-]+)\".{1,400}?class=\"num\"[^>]*>([0-9,]+)<", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    static final String FEED = "/api/v1/corrections/feed?limit=1000";
    private static final List<String> TYPES =
            List.of("administrative-penalty", "severe-list", "abnormal-enterprise", "judgment-debtor");

    private final YearsServer server;
    private final PlantedCity city;
    final List<String> faults = new ArrayList<>();
    /** Looks taken, by output. */
    final Map<String, Long> looks = new TreeMap<>();
    /** Records that were found where they should be, by output. */
    final Map<String, Long> shown = new TreeMap<>();

    Outputs(YearsServer server, PlantedCity city) {
        this.server = server;
        this.city = city;
    }

    private synchronized void looked(String output, long found) {
        looks.merge(output, 1L, Long::sum);
        shown.merge(output, found, Long::sum);
    }

    private synchronized void fault(LocalDate day, String output, Object what) {
        faults.add(day + " " + output + ": " + what);
    }

    private static Set<String> addresses(Collection<PlantedRecord> records, LocalDate day) {
        return records.stream()
                .filter(record -> record.visible(day))
                .map(record -> Objects.requireNonNull(record.address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> linked(String body) {
        return ADDRESS.matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void same(LocalDate day, String output, Set<String> expected, Set<String> found) {
        looked(output, found.size());
        if (!expected.equals(found)) {
            Set<String> late = new TreeSet<>(found);
            late.removeAll(expected);
            Set<String> lacking = new TreeSet<>(expected);
            lacking.removeAll(found);
            fault(day, output, "shown and should not be " + told(late) + ", missing " + told(lacking));
        }
    }

    private List<String> told(Set<String> addresses) {
        return city.records.stream()
                .filter(record -> addresses.contains(String.valueOf(record.address)))
                .map(PlantedRecord::toString)
                .limit(3)
                .toList();
    }

    /** Its page: there, gone, or unknown; and past states for nobody who asks in the ordinary way. */
    void record(ServerOfSources http, PlantedRecord record, LocalDate day) throws Exception {
        if (record.address == null) {
            return;
        }
        HttpResponse<String> page = http.get("/records/" + record.address, null);
        looked("record page", record.visible(day) ? 1 : 0);
        boolean says = page.body().contains(record.number) || page.body().contains(record.code());
        if (page.statusCode() != record.status(day) || says != record.visible(day)) {
            fault(day, "record page", page.statusCode() + " " + record);
        }
        if (!record.visible(day)) {
            past(http, record, day);
        }
    }

    private void past(ServerOfSources http, PlantedRecord record, LocalDate day) throws Exception {
        LocalDate then = record.decided.plusDays(20);
        var asked = http.get("/records/" + record.address + "?asOf=" + then + "&knownAt=" + then + "T12:00:00Z", null);
        String why = "/history?ground=核查&fileNumber=1&asOf=" + then;
        String history = "/api/v1/records/" + record.address + why.replace("核查", encoded("核查"));
        String whole = "/api/v1/organisations/" + record.code() + "/records?ground=" + encoded("核查") + "&fileNumber=1";
        looked("past states", 0);
        if (asked.statusCode() != record.status(day)
                || http.get(history, null).statusCode() != 401
                || http.get(history, server.token("approval")).statusCode() != 403
                || http.get(whole, server.token("market")).statusCode() != 403) {
            fault(day, "past states", record);
        }
    }

    /** Everywhere where an organisation is spoken of. */
    void organisation(ServerOfSources http, int organisation, LocalDate day) throws Exception {
        List<PlantedRecord> own = city.of(organisation);
        if (own.stream().allMatch(record -> record.address == null)) {
            return;
        }
        String code = PenaltyFile.code(organisation);
        String page = http.get("/organisations/" + code, null).body();
        same(day, "organisation page", addresses(own, day), linked(page));
        String found = http.get("/search?q=" + encoded(PenaltyFile.name(organisation)), null)
                .body();
        looked("search", linked(found).size());
        for (PlantedRecord record : own) {
            if (!record.visible(day) && (page.contains(record.number) || found.contains(record.number))) {
                fault(day, "organisation page or search", record);
            }
        }
        check(http, organisation, own, day);
    }

    private void check(ServerOfSources http, int organisation, List<PlantedRecord> own, LocalDate day)
            throws Exception {
        for (String matter : List.of("government-procurement", "market-supervision")) {
            Map<String, String> question = new LinkedHashMap<>();
            question.put("code", PenaltyFile.code(organisation));
            question.put("matter", matter);
            question.put("purpose", "资格审查");
            question.put("caseNumber", "采审〔2026〕15号");
            question.put("operator", "审核岗");
            HttpResponse<String> answer = server.post(http, "approval", "/api/v1/checks", question);
            Set<String> named = new TreeSet<>();
            json(answer)
                    .path("measures")
                    .forEach(measure -> measure.path("records")
                            .forEach(record -> named.add(record.path("address").asString())));
            Kind weighs = matter.equals("market-supervision") ? Kind.SEVERE_LIST : Kind.LICENCE;
            same(
                    day,
                    "check " + matter,
                    addresses(
                            own.stream().filter(record -> record.kind == weighs).toList(), day),
                    named);
        }
    }

    /** How many records of each type the directory and the front page say that there are: exact over the whole city. */
    void counts(ServerOfSources http, LocalDate day) throws Exception {
        Map<String, Long> counted = new TreeMap<>();
        COUNTED.matcher(http.get("/lists", null).body())
                .results()
                .forEach(found -> counted.put(
                        found.group(1), Long.parseLong(found.group(2).replace(",", ""))));
        for (String type : TYPES) {
            long expected = city.records.stream()
                    .filter(record -> record.kind.type.equals(type) && record.visible(day))
                    .count();
            looked("directory", expected);
            if (counted.getOrDefault(type, -1L) != expected) {
                fault(day, "directory", type + " counts " + counted.get(type) + " instead of " + expected);
            }
        }
    }

    /** One page of a list after the other, narrowed to days of decision or whole. */
    void list(ServerOfSources http, String type, String narrowed, Collection<PlantedRecord> expected, LocalDate day)
            throws Exception {
        Set<String> found = new TreeSet<>();
        String path = "/lists/" + type + "?" + narrowed;
        while (path != null) {
            String body = http.get(path, null).body();
            found.addAll(linked(body));
            var next = NEXT.matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        same(day, narrowed.isEmpty() ? "whole list" : "list of a day", addresses(expected, day), found);
    }

    void wholeLists(ServerOfSources http, LocalDate day) throws Exception {
        for (String type : TYPES) {
            list(
                    http,
                    type,
                    "",
                    city.records.stream()
                            .filter(record -> record.kind.type.equals(type))
                            .toList(),
                    day);
        }
    }

    void listOfTheDayOf(ServerOfSources http, PlantedRecord record, LocalDate day) throws Exception {
        list(
                http,
                record.kind.type,
                "from=" + record.decided + "&to=" + record.decided,
                city.records.stream()
                        .filter(one -> one.kind.type.equals(record.kind.type) && one.decided.equals(record.decided))
                        .toList(),
                day);
    }

    /** Boards, feed, column and front page: no record that is gone, and on boards nobody's name, code or number at all. */
    void boards(ServerOfSources http, LocalDate day) throws Exception {
        Set<String> front = linked(http.get("/", null).body());
        looked("front page", front.size());
        if (!addresses(city.records, day).containsAll(front)) {
            fault(day, "front page", told(front));
        }
        for (String board : List.of(
                "/corrections", "/api/v1/corrections/board", FEED, "/commitments", "/api/v1/commitment-items")) {
            String body = http.get(board, null).body();
            looked(board, body.contains("remove") ? 1 : 0);
            for (String unsaid : List.of("年测〔", "示例市第", "990101", "澜市监列〔")) {
                if (body.contains(unsaid)) {
                    fault(day, board, unsaid);
                }
            }
        }
    }

    /** What a bank is given by consent. */
    void consent(ConsentingParty party, LocalDate day) throws Exception {
        HttpResponse<String> given = party.read(day);
        if (given.statusCode() == 429) {
            return;
        }
        Set<String> read = new TreeSet<>();
        json(given)
                .path("records")
                .forEach(record -> read.add(record.path("address").asString()));
        if (given.statusCode() != 200) {
            fault(day, "consent", given.body());
        }
        same(day, "consent", addresses(city.of(party.organisation), day), read);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
