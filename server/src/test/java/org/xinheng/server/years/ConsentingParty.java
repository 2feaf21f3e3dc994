package org.xinheng.server.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;

/** An organisation that lets a bank read its penalties and lists, and grants it again when the time is up. */
final class ConsentingParty {

    private static final String PASSWORD = "test-password";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final int DAYS = 80;

    final int organisation;
    private final YearsServer server;
    private ServerOfSources room = new ServerOfSources(0);
    private String grant = "";
    private LocalDate last = LocalDate.MIN;

    ConsentingParty(YearsServer server, int organisation) {
        this.server = server;
        this.organisation = organisation;
        server.setup.organisationAccount("years-" + organisation, PASSWORD, PenaltyFile.code(organisation));
    }

    /** What the bank is given on a day; 429 when it read as often as it may this month. */
    HttpResponse<String> read(LocalDate today) throws IOException, InterruptedException {
        if (last.isBefore(today)) {
            sign(today);
        }
        return new ServerOfSources(server.port)
                .get(
                        "/api/v1/consents/" + grant + "/file?fileNumber=D-1&purpose=loan-application&data=",
                        server.token("demo-bank"));
    }

    private void sign(LocalDate today) throws IOException, InterruptedException {
        room = new ServerOfSources(server.port);
        post("/login", "/login", Map.of("username", List.of("years-" + organisation), "password", List.of(PASSWORD)));
        last = today.plusDays(DAYS);
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("reader", List.of("demo-bank"));
        typed.put("purpose", List.of("loan-application"));
        typed.put("data", List.of("penalties", "lists"));
        typed.put("decidedFrom", List.of("2020-01-01"));
        typed.put("decidedTo", List.of(""));
        typed.put("reads", List.of("10"));
        typed.put("last", List.of(last.toString()));
        String reviewed = post("/consents/new", "/consents/new", typed).body();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        HIDDEN.matcher(reviewed)
                .results()
                .forEach(hidden -> fields.computeIfAbsent(hidden.group(1), _ -> new ArrayList<>())
                        .add(hidden.group(2)));
        fields.remove("_csrf");
        HttpResponse<String> signed = post("/consents/new", "/consents", fields);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
        String address = signed.headers().firstValue("Location").orElse("");
        grant = address.substring(address.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> post(String form, String action, Map<String, List<String>> fields)
            throws IOException, InterruptedException {
        String page = room.get(form, null).body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as(form + page).isTrue();
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token.group(1))));
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + encoded(value))));
        return room.send(room.to(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
