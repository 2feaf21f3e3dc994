package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import tools.jackson.databind.JsonNode;

/** A listing from its proposal to its end, as everybody concerned sees it over HTTP. */
class ListingScenarioTest extends ListingServer {

    private static final String MATTER = "market-licensing";

    @Autowired
    RecordMarks marks;

    @Test
    void theWholeChainListsOnPortalAndInChecksAndEarlyRemovalClearsBoth() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        reportNothing();
        String id = proposed(party);
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "澜市监告〔2026〕1号"), "NOTIFIED");
        assertThat(check(party, MATTER).path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(page("/organisations/" + party.code())).doesNotContain("澜市监列〔2026〕1号", "所列名单和移出办法");

        clock.noon("2026-06-18");
        reportNothing();
        JsonNode decided = done(
                acts(
                        HEAD,
                        id,
                        2,
                        "DECIDE",
                        "document",
                        "澜市监列〔2026〕1号",
                        "verdict",
                        "LIST",
                        "until",
                        "2029-06-17",
                        "reasons",
                        "期限内未提出陈述申辩"),
                "DECIDED");
        assertThat(decided.path("proceeding").path("seen").asInt()).isEqualTo(3);
        assertThat(check(party, MATTER).path("outcome").asString())
                .as("a decision that is not served has no effect")
                .isEqualTo("CLEAR");
        long before = archive.position().value();
        done(acts(OFFICER, id, 3, "SERVE"), "LISTED");
        assertThat(archive.position().value())
                .as("a listing moves the position")
                .isEqualTo(before + 1);

        JsonNode hit = check(party, MATTER);
        assertThat(hit.path("outcome").asString()).isEqualTo("HIT");
        assertThat(hit.path("measures").toString()).contains("market.licensing");
        String address = theListing(party).address();
        assertThat(page("/organisations/" + party.code()))
                .contains("所列名单和移出办法", "已自觉履行行政处罚决定中规定的义务", "2027年6月18日", address);
        assertThat(page("/lists/severe-list")).contains(address);
        assertThat(page("/records/" + address)).contains("澜市监列〔2026〕1号", "销售不合格商品");

        clock.noon("2027-06-17");
        refused(removal(id, 4), "TOO_EARLY");
        clock.noon("2027-06-18");
        done(removal(id, 4), "REMOVAL_ASKED");
        refused(acts("both", id, 5, "DROP", "reasons", "不再继续办理"), "WRONG_STAGE");
        done(
                acts(HEAD, id, 5, "DECIDE_REMOVAL", "document", "澜市监移〔2027〕1号", "granted", "yes", "reasons", "义务已经履行"),
                "REMOVED");
        reportNothing();
        assertThat(check(party, MATTER).path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(http.get("/records/" + address, null).statusCode()).isEqualTo(410);
        assertThat(page("/records/" + address)).doesNotContain("澜市监列〔2026〕1号", party.name());
        assertThat(page("/organisations/" + party.code())).doesNotContain("所列名单和移出办法", address);
        assertThat(page("/lists/severe-list")).doesNotContain(address);
        assertThat(documents(id)).containsExactly("listing.notice", "listing.decision", "listing.removal");
    }

    /** Whoever asked for a hearing is served its notice, in time and with hour and place; only then it is held. */
    @Test
    void aHearingIsCalledBeforeItIsHeldAndHeldBeforeTheDecision() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(party);
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "澜市监告〔2026〕41号"), "NOTIFIED");
        done(acts(OFFICER, id, 2, "ANSWER", "form", "HEARING_REQUEST", "words", "请求举行听证，当面说明情况"), "NOTIFIED");
        refused(acts(OFFICER, id, 3, "HEAR", "minutes", "当事人陈述了进货查验情况"), "HEARING_NOT_CALLED");
        String[] call = {"document", "澜市监听〔2026〕1号", "held", "2026-06-12", "time", "上午 9:30", "place", "澜衡市示例路 1 号听证室"};
        refused(acts(OFFICER, id, 3, "CALL_HEARING", call), "HEARING_TOO_SOON");
        call[3] = "2026-06-25";
        done(acts(OFFICER, id, 3, "CALL_HEARING", call), "NOTIFIED");
        assertThat(documents(id)).containsExactly("listing.notice", "listing.hearing");
        assertThat(sql.sql(
                                "SELECT convert_from(content, 'UTF8') FROM service.document WHERE kind = 'listing.hearing' AND case_reference = :case")
                        .param("case", "listing-" + id)
                        .query(String.class)
                        .single())
                .contains("2026年6月25日上午 9:30", "澜衡市示例路 1 号听证室");

        clock.noon("2026-06-25");
        refused(decides(HEAD, id, 4, "2026-06-25"), "HEARING_OWED");
        done(acts(OFFICER, id, 4, "HEAR", "minutes", "当事人陈述了进货查验情况"), "NOTIFIED");
        done(decides(HEAD, id, 5, "2026-06-25"), "DECIDED");
    }

    @Test
    void aListingEndsWithItsLastDayWithoutAnybodyDoingAnything() throws Exception {
        Organisation party = organisation();
        listed(party);
        String address = theListing(party).address();

        clock.noon("2029-06-17");
        assertThat(check(party, MATTER).path("outcome").asString()).isEqualTo("HIT");
        assertThat(http.get("/records/" + address, null).statusCode()).isEqualTo(200);
        clock.noon("2029-06-18");
        reportNothing();
        assertThat(check(party, MATTER).path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(http.get("/records/" + address, null).statusCode()).isEqualTo(410);
    }

    @Test
    void aListingWhoseGroundFellIsRevokedWithAStatement() throws Exception {
        Organisation party = organisation();
        String id = listed(party);
        String address = theListing(party).address();
        clock.noon("2026-07-06");

        JsonNode revoked = done(
                acts(
                        HEAD,
                        id,
                        4,
                        "REVOKE",
                        "document",
                        "澜市监撤〔2026〕1号",
                        "fell",
                        "2026-06-30",
                        "reasons",
                        "原行政处罚决定经复议撤销，列入依据不存在"),
                "REVOKED");

        assertThat(revoked.path("dues").get(0).path("by").asString())
                .as("three working days after the decision fell")
                .isEqualTo("2026-07-03");
        assertThat(http.get("/records/" + address, null).statusCode()).isEqualTo(410);
        assertThat(page("/records/" + address)).contains("原行政处罚决定经复议撤销");
        reportNothing();
        assertThat(check(party, MATTER).path("outcome").asString()).isEqualTo("CLEAR");
    }

    @Test
    void nobodyElseProposesDecidesOrSees() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");

        refused(proposes("ecology-officer", party, LIST, GROUND, "foreign"), "NO_REMIT");
        refused(proposes(OFFICER, party, "severe-tax", "list.severe-tax.ground.evasion", "tax"), "NO_REMIT");
        assertThat(proposes("overseer", party, LIST, GROUND, "office").statusCode())
                .isEqualTo(403);
        assertThat(proposes(HEAD, party, LIST, GROUND, "head").statusCode()).isEqualTo(403);
        String id = proposed(party);
        assertThat(get("ecology-head", "/api/v1/proceedings/" + id).statusCode())
                .isEqualTo(404);
        assertThat(acts("ecology-head", id, 1, "DROP", "reasons", "不再继续办理").statusCode())
                .isEqualTo(404);
        assertThat(get("overseer", "/api/v1/proceedings/" + id).statusCode()).isEqualTo(200);
        assertThat(http.get("/api/v1/proceedings/" + id, null).statusCode()).isEqualTo(401);
    }

    @Test
    void badInputIsRefusedWithItsReasonAndRule() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(party);

        refused(acts(OFFICER, id, 1, "SERVE"), "WRONG_STAGE");
        refused(acts(OFFICER, id, 1, "NOTIFY", "document", "告1", "on", "2026-06-01"), "NOT_TODAY");
        refused(acts(OFFICER, id, 1, "NOTIFY", "document", "告1", "on", "2026-06-20"), "FUTURE");
        assertThat(acts(OFFICER, id, 1, "NOTIFY").statusCode()).isEqualTo(400);
        assertThat(acts(OFFICER, id, 1, "NONSENSE").statusCode()).isEqualTo(400);
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "告1"), "NOTIFIED");
        var early = decides(HEAD, id, 2, "2026-06-10");
        refused(early, "TIME_TO_ANSWER");
        assertThat(json(early).path("detail").asString()).contains("2026-06-17", "国家市场监督管理总局令第44号");
        assertThat(json(early).path("rule").asString()).isEqualTo("list.severe-market-regulation");
        clock.noon("2026-06-18");
        refused(decides(HEAD, id, 2, "2026-06-17"), "NOT_TODAY");
        refused(decides(OFFICER, id, 2, "2026-06-18"), "OTHER_POST");
        clock.noon("2026-06-09");
        refused(decides(HEAD, id, 2, "2026-06-09"), "CLOCK_SET_BACK");
    }

    @Test
    void whoeverProposedDoesNotSignEvenWithBothPosts() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        var opened = proposes("both", party, LIST, GROUND, "both");
        String id = json(opened).path("proceeding").path("id").asString();
        done(acts("both", id, 1, "NOTIFY", "document", "告1"), "NOTIFIED");
        clock.noon("2026-06-18");

        refused(decides("both", id, 2, "2026-06-18"), "SAME_OFFICER");
    }

    @Test
    void theSameFormTwiceIsDoneOnce() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(party);

        assertThat(json(proposes(OFFICER, party, LIST, GROUND, "key-" + party.id()))
                        .path("proceeding")
                        .path("id")
                        .asString())
                .isEqualTo(id);
        refused(proposes(OFFICER, party, LIST, GROUND, "another"), "GOES_ON");
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "告1"), "NOTIFIED");
        JsonNode again = done(acts(OFFICER, id, 1, "NOTIFY", "document", "告1"), "NOTIFIED");
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("proceeding").path("seen").asInt()).isEqualTo(2);
        assertThat(documents(id)).containsExactly("listing.notice");
    }

    /** Whoever was never told of a proposal is not told that it came to nothing. */
    @Test
    void aProposalThatIsLetGoIsToldToWhomItWasNoticed() throws Exception {
        clock.noon("2026-06-10");
        String noticed = proposed(organisation());
        done(acts(OFFICER, noticed, 1, "NOTIFY", "document", "告1"), "NOTIFIED");
        done(acts(OFFICER, noticed, 2, "DROP", "reasons", "事实不清，不再继续办理"), "DROPPED");
        assertThat(documents(noticed)).containsExactly("listing.notice", "listing.dropped");

        String silent = proposed(organisation());
        done(acts(OFFICER, silent, 1, "DROP", "reasons", "事实不清，不再继续办理"), "DROPPED");
        assertThat(documents(silent)).isEmpty();
    }

    @Test
    void ofTwoOfficersAtOnceOneWinsAndOneIsTold() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(party);
        Callable<Integer> notify =
                () -> acts(OFFICER, id, 1, "NOTIFY", "document", "告1").statusCode();
        Callable<Integer> drop = () ->
                acts("market-colleague", id, 1, "DROP", "reasons", "不再继续办理").statusCode();

        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = both.invokeAll(List.of(notify, drop));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(store.find(Long.parseLong(id)).orElseThrow().steps()).hasSize(2);
    }

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
        done(
                acts(
                        HEAD,
                        id,
                        2,
                        "DECIDE",
                        "document",
                        number,
                        "verdict",
                        "LIST",
                        "until",
                        "2027-06-30",
                        "reasons",
                        "期限内未提出陈述申辩"),
                "DECIDED");

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

    @Test
    void twoEntriesOfOneOrganisationHaveOneProceeding() throws Exception {
        Organisation merged = organisation();
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(merged);
        sql.sql("""
                        WITH next AS (
                            INSERT INTO organisation.position (number, recorded_at)
                            SELECT max(number) + 1, max(recorded_at) FROM organisation.position RETURNING number)
                        INSERT INTO organisation.redirect (from_id, position, to_id, reason, actor)
                        SELECT :from, number, :into, 'test', 'test' FROM next
                        """).param("from", merged.id()).param("into", party.id()).update();

        refused(proposes(OFFICER, party, LIST, GROUND, "second-" + id), "GOES_ON");
        assertThat(listings.ofOrganisation(party.id()))
                .extracting(Proceeding::id)
                .containsExactly(Long.valueOf(id));
    }

    @Test
    void anHonourIsShownOnlyWithConsent() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = json(proposes(
                        OFFICER,
                        party,
                        "honour-contracts",
                        "list.honour-contracts.ground.kept",
                        "honour-" + party.id()))
                .path("proceeding")
                .path("id")
                .asString();

        refused(decides(HEAD, id, 1, "2026-06-10"), "NO_CONSENT");
        refused(acts(OFFICER, id, 1, "CONSENT", "given", "yes"), "OWN_WORD");
        Officer itself = new Officer("party", Long.toString(party.id()), Officer.Post.SUBJECT);
        assertThat(listings.act(Long.parseLong(id), 1, new Act.Consent(LocalDate.parse("2026-06-10"), true), itself))
                .isInstanceOf(Outcome.Accepted.class);
        done(decides(HEAD, id, 2, "2026-06-10"), "DECIDED");
        done(acts(OFFICER, id, 3, "SERVE"), "LISTED");
        assertThat(page("/organisations/" + party.code())).contains("守合同重信用");
    }

    private HttpResponse<String> decides(String client, String id, int seen, String on) throws Exception {
        return acts(
                client,
                id,
                seen,
                "DECIDE",
                "document",
                "澜市监列〔2026〕" + id + "号",
                "verdict",
                "LIST",
                "until",
                "2027-06-09",
                "on",
                on,
                "reasons",
                "期限内未提出陈述申辩");
    }

    private HttpResponse<String> removal(String id, int seen) throws Exception {
        return post(
                OFFICER,
                "/api/v1/proceedings/" + id + "/acts",
                Map.of(
                        "act",
                        "ASK_REMOVAL",
                        "seen",
                        Integer.toString(seen),
                        "shown",
                        List.of("0", "1", "2"),
                        "proof",
                        "罚款缴款书和整改报告"));
    }

    private RecordVersion theListing(Organisation party) {
        List<RecordVersion> records = archive.currentOf(party.id());
        assertThat(records).hasSize(1);
        return records.getFirst();
    }
}
