package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;
import tools.jackson.databind.JsonNode;

/** Who may act on a proceeding, when, and how often: what is refused over HTTP, and why. */
class ListingRefusalsTest extends ListingServer {

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
    void twoEntriesOfOneOrganisationHaveOneProceeding() throws Exception {
        Organisation merged = organisation();
        Organisation party = organisation();
        clock.noon("2026-06-10");
        String id = proposed(merged);
        Mergers.merge(sql, merged.id(), party.id());

        refused(proposes(OFFICER, party, LIST, GROUND, "second-" + id), "GOES_ON");
        assertThat(listings.ofOrganisation(party.id()))
                .extracting(Proceeding::id)
                .containsExactly(Long.valueOf(id));
    }
}
