package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.server.organisation.Organisation;
import tools.jackson.databind.JsonNode;

/** A listing from its proposal to its end, as everybody concerned sees it over HTTP. */
class ListingScenarioTest extends ListingServer {

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
        JsonNode decided = done(lists(id, 2, "澜市监列〔2026〕1号", "2029-06-17"), "DECIDED");
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
}
