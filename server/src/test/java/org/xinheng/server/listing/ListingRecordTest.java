package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.organisation.Organisation;

/** A listing and its record: neither ends, comes back or is served without the other. */
class ListingRecordTest extends ListingServer {

    @Autowired
    RecordMarks marks;

    @Test
    void aDecisionWhoseNumberStandsForAnotherRecordIsNotServedAsAListing() throws Exception {
        Organisation party = organisation();
        String first = listed(party);
        String number = Objects.requireNonNull(theListing(party).values().get("YZ_WSH"));
        clock.noon("2026-07-01");
        done(acts(HEAD, first, 4, "REVOKE", "document", "撤1", "fell", "2026-06-30", "reasons", "原处罚决定已被撤销"), "REVOKED");
        String id = json(proposes(OFFICER, party, LIST, GROUND, "second-" + party.id()))
                .path("proceeding")
                .path("id")
                .asString();
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "告2"), "NOTIFIED");
        clock.noon("2026-07-20");
        done(lists(id, 2, number, "2027-06-30"), "DECIDED");

        refused(acts(OFFICER, id, 3, "SERVE"), "RECORD_UNFIT");
        assertThat(store.find(Long.parseLong(id)).orElseThrow().steps()).hasSize(3);
    }

    @Test
    void onlyItsOwnProceedingEndsAListing() throws Exception {
        Organisation party = organisation();
        listed(party);
        String withdrawal = "/api/v1/records/" + theListing(party).address() + "/withdrawal";
        Map<String, String> body = Map.of(
                "ground", "revoked",
                "documentNumber", "澜府复决〔2026〕9号",
                "documentDate", "2026-06-17",
                "statement", "经复核，原认定有误，已经撤销。");
        setup.client("market-source", "test-secret", Set.of(Permission.DELIVER), "market");

        assertThat(post("market-source", withdrawal, body).statusCode()).isEqualTo(403);
        assertThat(post("deliverer", withdrawal, body).statusCode()).isEqualTo(403);
        assertThat(json(post("market-source", withdrawal, body)).path("title").asString())
                .contains("本平台的办理程序");

        setup.client("listing-hall", "test-secret", Set.of(Permission.QUERY_AT_WINDOW), null);
        HttpResponse<String> objection = post(
                "listing-hall",
                "/api/v1/cases/objection",
                Map.of(
                        "record", theListing(party).address(),
                        "ground", "list-term",
                        "statement", "不符合列入条件，请予核查。",
                        "papers", "情况说明1份",
                        "presented", "licence",
                        "presentedNumber", "副本1号"));
        assertThat(objection.statusCode()).as(objection.body()).isEqualTo(201);
        String file = "/api/v1/cases/" + json(objection).path("id").asString();
        assertThat(json(get("market-source", file)).path("actions").toString())
                .contains("reject")
                .doesNotContain("uphold-withdraw");
        HttpResponse<String> upheld = post(
                "market-source",
                file + "/steps",
                Map.of(
                        "seen", 1,
                        "action", "uphold-withdraw",
                        "reason", "经核查，当事人不符合列入条件。",
                        "documentNumber", "澜府复决〔2026〕9号",
                        "documentDate", "2026-06-17",
                        "withdrawalGround", "revoked"));
        assertThat(upheld.statusCode()).as(upheld.body()).isEqualTo(403);
        assertThat(upheld.body()).contains("case.own-proceeding", "原程序");
        assertThat(archive.currentOf(party.id())).hasSize(1);
    }

    @Test
    void aRepairOfItsRecordTakesTheOrganisationOffTheListAndItsRevocationPutsItBack() throws Exception {
        Organisation party = organisation();
        String id = listed(party);
        String address = theListing(party).address();
        String proceeding = "/api/v1/proceedings/" + id;

        archive.end(address, Ending.REPAIRED, "澜市监修〔2026〕3号", "", "market-source");

        assertThat(json(get(OFFICER, proceeding)).path("stage").asString()).isEqualTo("REMOVED");
        refused(removal(id, 4), "WRONG_STAGE");
        assertThat(page("/organisations/" + party.code())).doesNotContain("所列名单和移出办法");

        marks.restore(address, "澜市监修撤〔2026〕3号", "复查发现不应修复。", "market-source");

        assertThat(json(get(OFFICER, proceeding)).path("stage").asString()).isEqualTo("LISTED");
        assertThat(page("/organisations/" + party.code())).contains("所列名单和移出办法");
        refused(proposes(OFFICER, party, LIST, GROUND, "again-" + id), "GOES_ON");
    }
}
