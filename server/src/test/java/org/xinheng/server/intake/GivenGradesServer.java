package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.access.Permission;
import org.xinheng.server.consent.desk.ConsentDesk;
import org.xinheng.server.evaluation.given.Giving;
import tools.jackson.databind.JsonNode;

/** A department, an association and a bank that are told of grades; feeds are read from where the test began. */
abstract class GivenGradesServer extends EvaluationServer {

    static final String FEED = "/api/v1/evaluations/given";
    static final String MARKET = "market-takes";
    static final String CHAMBER = "demo-chamber";
    static final String BANK = "demo-bank";

    @Autowired
    Giving giving;

    @Autowired
    private ConsentDesk consents;

    private final Map<String, String> begun = new HashMap<>();

    /** The first organisation has a poor grade, the second a good one. */
    @BeforeEach
    void openReaders() throws Exception {
        setup.client(MARKET, SECRET, Set.of(Permission.TAKE_GRADES), market.id());
        setup.client(CHAMBER, SECRET, Set.of(Permission.TAKE_GRADES), null);
        setup.client(BANK, SECRET, Set.of(Permission.TAKE_GRADES, Permission.READ_CONSENTED), null);
        settle();
        for (String reader : List.of(MARKET, CHAMBER, BANK)) {
            begun.put(reader, lastCursor(reader));
        }
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        poorGrade(base);
        settle();
    }

    @AfterEach
    void rulesOfTheCityAgain() {
        policyOfTest = null;
    }

    /** Follows events until nobody is to be looked at; what listeners do in the background is waited for. */
    void settle() throws Exception {
        evaluations.follow();
        for (int i = 0; i < 200; i++) {
            giving.look();
            if (waiting() == 0) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(waiting() + " are still to be looked at");
    }

    private long waiting() {
        return sql.sql("""
                        SELECT (SELECT count(*) FROM evaluation.given_due WHERE next_at <= :now AND tries = 0)
                             + (SELECT count(*) FROM events.event_publication
                                 WHERE completion_date IS NULL AND listener_id LIKE '%GivenEvents%')
                             + (SELECT coalesce(max(f.id), 0) - coalesce(max(p.followed_id), 0)
                                  FROM evaluation.given_progress p, evaluation.followed f)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    HttpResponse<String> ask(String client, String query) throws Exception {
        return server.get(FEED + query, token(client));
    }

    /** A bad grade of which the organisation was told and that the office released after the days to answer. */
    void released(int number) throws Exception {
        String notices = "/api/v1/evaluations/notices";
        var served = server.post(notices, token("rules"), "{\"code\":\"" + PenaltyFile.code(number) + "\"}");
        assertThat(served.statusCode()).as(served.body()).isEqualTo(201);
        today("2026-06-18");
        var decided = server.post(
                notices + "/" + json(served).path("id").asString() + "/decision",
                token("rules"),
                "{\"release\":true,\"reasons\":\"期满未提出意见\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        settle();
    }

    String lastCursor(String client) throws Exception {
        String next = "0";
        while (true) {
            JsonNode page = json(ask(client, "?limit=200&after=" + next));
            next = page.path("next").asString();
            if (!page.path("more").asBoolean()) {
                return next;
            }
        }
    }

    /** Lines since the test began, about one organisation. */
    List<JsonNode> lines(String client, int number) throws Exception {
        return lines(client, number, begun.getOrDefault(client, "0"));
    }

    List<JsonNode> lines(String client, int number, String after) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        String next = after;
        boolean more = true;
        while (more) {
            var answer = ask(client, "?limit=200&after=" + next);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = json(answer);
            page.path("lines")
                    .valueStream()
                    .filter(line -> line.path("code").asString().equals(PenaltyFile.code(number)))
                    .forEach(found::add);
            next = page.path("next").asString();
            more = page.path("more").asBoolean();
        }
        return found;
    }

    /** {@code GIVEN good}, {@code ENDED CHANGED} and the like. */
    List<String> said(String client, int number) throws Exception {
        return lines(client, number).stream()
                .map(line -> line.path("act").asString() + " "
                        + line.path(line.has("reason") ? "reason" : "grade").asString("withheld"))
                .toList();
    }

    /** @return id of the grant, which begins today */
    long sign(int number, int reads) {
        var grant = new Grant(
                BANK,
                "grade-following",
                Set.of("grade"),
                new DateWindow(LocalDate.parse("2020-01-01"), null),
                new Frequency(reads, Per.MONTH),
                new DateWindow(day(), day().plusMonths(3)));
        var ready = (ConsentDesk.Drafting.Ready) consents.draft(organisation(number), grant);
        var signed = consents.sign(
                actor(number),
                organisation(number),
                grant,
                ready.sha256(),
                "given-" + number + "-" + System.identityHashCode(grant));
        return ((ConsentDesk.Signing.Signed) signed).id();
    }

    void step(int number, long consent, Standing.Act act) {
        assertThat(consents.step(actor(number), consent, act)).contains(true);
    }
}
