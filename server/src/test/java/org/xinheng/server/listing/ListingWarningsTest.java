package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.organisation.Organisation;

/** A conducting body is warned of each period that it let pass, once, and of a term that ends; the next step ends a warning. */
class ListingWarningsTest extends ListingServer {

    @Autowired
    Warnings warnings;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Database database;

    @Autowired
    @Qualifier("listingPeriodsHealth")
    HealthIndicator health;

    @BeforeEach
    void onTheFirstDay() {
        clock.noon("2026-06-10");
    }

    private String notified(Organisation party) throws Exception {
        String id = proposed(party);
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "澜市监告〔2026〕" + id + "号"), "NOTIFIED");
        return id;
    }

    /** As the rounds leave it on a day. */
    private List<String> warnedOn(String day, String id) throws Exception {
        clock.noon(day);
        warnings.run();
        return warnedOf(OFFICER, id);
    }

    private List<String> warnedOf(String client, String id) throws Exception {
        HttpResponse<String> answer = get(client, "/api/v1/listing-warnings");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).path("warnings").spliterator(), false)
                .filter(warning ->
                        warning.path("proceeding").path("id").asString().equals(id))
                .map(warning -> warning.path("kind").asString())
                .toList();
    }

    @Test
    void everyPeriodOfAProceedingIsWarnedOfFromItsNoticeToItsEnd() throws Exception {
        String id = notified(organisation());
        assertThat(warnedOn("2026-06-17", id)).as("the last day").isEmpty();
        assertThat(warnedOn("2026-06-18", id)).containsExactly("ANSWER_OVER");
        assertThat(warnedOn("2026-07-20", id)).containsExactly("ANSWER_OVER", "DECISION_MISSED");

        done(lists(id, 2, decision(id), "2029-07-19"), "DECIDED");
        assertThat(warnedOf(OFFICER, id)).as("decided").isEmpty();
        assertThat(warnedOn("2026-07-29", id)).as("seven working days").isEmpty();
        assertThat(warnedOn("2026-07-30", id)).containsExactly("SERVICE_MISSED");

        done(acts(OFFICER, id, 3, "SERVE"), "LISTED");
        assertThat(warnedOn("2027-07-21", id)).as("served").isEmpty();
        done(removal(id, 4), "REMOVAL_ASKED");
        assertThat(warnedOn("2027-07-26", id)).containsExactly("ACCEPTANCE_MISSED");
        assertThat(warnedOn("2027-08-20", id)).containsExactly("ACCEPTANCE_MISSED", "REMOVAL_MISSED");
        done(
                acts(
                        HEAD,
                        id,
                        5,
                        "DECIDE_REMOVAL",
                        "document",
                        "澜市监移〔2027〕" + id + "号",
                        "granted",
                        "no",
                        "reasons",
                        "义务没有履行"),
                "LISTED");
        assertThat(warnedOf(OFFICER, id)).as("answered").isEmpty();

        assertThat(warnedOn("2029-06-18", id)).as("thirty-one days before").isEmpty();
        assertThat(warnedOn("2029-06-19", id)).containsExactly("TERM_ENDS");
        assertThat(warnedOn("2029-07-20", id)).as("it ended by itself").isEmpty();
    }

    @Test
    void aWarningThatDidNotComeByTheNextDayIsAnAlarm() throws Exception {
        String id = notified(organisation());
        clock.noon("2026-06-18");
        long others = warnings.missing();
        clock.noon("2026-06-19");

        assertThat(warnings.missing()).as("nobody made a round yesterday").isGreaterThan(others);
        Health down = Objects.requireNonNull(health.health());
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getDetails()).containsKey("missingWarnings");

        assertThat(warnings.run()).isPositive();
        assertThat(warnings.run()).as("each is raised once").isZero();
        assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);
        assertThat(warnedOf(HEAD, id)).containsExactly("ANSWER_OVER");
    }

    @Test
    void aBodySeesItsOwnTheOfficeAllAndOthersNone() throws Exception {
        Organisation party = organisation();
        String id = notified(party);
        clock.noon("2026-06-18");
        warnings.run();

        assertThat(warnedOf(HEAD, id)).containsExactly("ANSWER_OVER");
        assertThat(warnedOf("overseer", id)).containsExactly("ANSWER_OVER");
        assertThat(warnedOf("ecology-officer", id)).isEmpty();
        setup.organisationClient("party-" + party.id(), "test-secret", Objects.requireNonNull(party.code()));
        assertThat(get("party-" + party.id(), "/api/v1/listing-warnings").statusCode())
                .isEqualTo(403);
        setup.client("nobody", "test-secret", Set.of(Permission.CHECK), null);
        assertThat(get("nobody", "/api/v1/listing-warnings").statusCode()).isEqualTo(403);
    }

    /** Address of the only record of the organisation of this number: a penalty that was delivered. */
    private String penalised(int number) throws Exception {
        Authority market = inForce.policy().authority("market").orElseThrow();
        PenaltyFile file = PenaltyFile.of(market, number, 1);
        var order = new Deliveries.Order("administrative-penalty", market.code(), "test", "penalties.csv", null, false);
        var taken =
                deliveries.receive(order, new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
        deliveries.await(taken.id(), Duration.ofSeconds(30));
        List<RecordVersion> records = archive.currentOf(penalisedParty(number).id());
        assertThat(records).hasSize(1);
        return records.getFirst().address();
    }

    private Organisation penalisedParty(int number) {
        return organisations.findByCode(PenaltyFile.code(number)).orElseThrow();
    }

    @Test
    void aListingWhoseDecisionFellIsToBeRevokedWithinThePacksDaysAndIsNotRevokedByItself() throws Exception {
        String address = penalised(7_700_001);
        String another = penalised(7_700_002);
        Organisation party = penalisedParty(7_700_001);
        HttpResponse<String> foreign = proposes(OFFICER, party, LIST, GROUND, "foreign-" + party.id(), another);
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(400);
        assertThat(foreign.body()).contains("underlying");

        HttpResponse<String> answer = proposes(OFFICER, party, LIST, GROUND, "fell-" + party.id(), address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = json(answer).path("proceeding").path("id").asString();
        served(id);
        assertThat(warnedOn("2026-06-24", id)).as("the penalty stands").isEmpty();

        // Instants of activation never run back: what another test did on a later day is made to lie before this one.
        JdbcClient.create(database.owner())
                .sql("UPDATE archive.act SET activated_at = timestamptz '2026-01-01' + position * interval '1 second'")
                .update();
        archive.withdraw(
                address, new Archive.Withdrawal("revoked", "澜府复决〔2026〕9号", null, "经复核，原处罚决定已经撤销，当事人没有该违法行为。"), "test");

        assertThat(warnedOn("2026-06-24", id)).containsExactly("UNDERLYING_FELL");
        assertThat(warnedOf("overseer", id)).containsExactly("UNDERLYING_FELL");
        assertThat(warnedOf("ecology-officer", id)).isEmpty();
        assertThat(warnedOn("2026-06-29", id)).as("the third working day").containsExactly("UNDERLYING_FELL");
        assertThat(warnedOn("2026-06-30", id)).containsExactly("REVOCATION_MISSED");
        assertThat(listings.find(Long.parseLong(id)).orElseThrow().stage(LocalDate.parse("2026-06-30")))
                .isEqualTo(Stage.LISTED);

        done(
                acts(
                        HEAD,
                        id,
                        4,
                        "REVOKE",
                        "document",
                        "澜市监撤〔2026〕" + id + "号",
                        "fell",
                        "2026-06-24",
                        "reasons",
                        "所依据的处罚决定已经撤销"),
                "REVOKED");
        assertThat(warnedOf(OFFICER, id)).isEmpty();
        assertThat(warnedOn("2026-07-31", id)).isEmpty();
    }

    @Test
    void aProceedingThatEndsByItselfOrByAnActIsNoLongerWarnedOf() throws Exception {
        String dropped = notified(organisation());
        assertThat(warnedOn("2026-06-18", dropped)).containsExactly("ANSWER_OVER");
        done(acts(OFFICER, dropped, 2, "DROP", "reasons", "事实不足"), "DROPPED");

        assertThat(warnedOf(OFFICER, dropped)).isEmpty();
        assertThat(warnedOn("2026-12-31", dropped)).isEmpty();
    }
}
