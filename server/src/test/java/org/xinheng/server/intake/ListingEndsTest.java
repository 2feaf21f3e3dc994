package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.service.ServedDocument;

/** A listing that one body decided and another forwards (转报): only the first ends it, through whichever door. */
class ListingEndsTest extends CaseworkServer {

    private String listing = "";

    @BeforeEach
    void deliverListing() throws Exception {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("YZ_MC", PenaltyFile.name(base + 1));
        row.put("YZ_LB", "法人及非法人组织");
        row.put("YZ_DM", PenaltyFile.code(base + 1));
        row.put("YZ_WSH", "外列〔2026〕" + base + "号");
        row.put("YZ_LY", "重大税收违法");
        row.put("YZ_MC_MD", "重大税收违法失信名单");
        row.put("YZ_SY", "情节严重。");
        row.put("YZ_YJ", "有关办法第八条");
        row.put("YZ_LRRQ", "2026-06-01");
        row.put("YZ_QXZ", "2027-06-01");
        row.put("YZ_JG", ecology.name().zh());
        row.put("YZ_JGDM", ecology.code());
        row.put("YZ_LYDW", market.name().zh());
        row.put("YZ_LYDWDM", market.code());
        var file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        var order = new Order("severe-list", market.code(), "test", "l.csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        assertThat(closed.counts().accepted()).as(closed.findings().toString()).isEqualTo(1);
        listing = addressOf(base + 1);
    }

    private Answered withdraw(String client) throws Exception {
        return post(
                client,
                "/api/v1/records/" + listing + "/withdrawal",
                object(
                        "ground",
                        "revoked",
                        "documentNumber",
                        "昕环撤〔2026〕1号",
                        "documentDate",
                        "2026-06-09",
                        "statement",
                        "经复核，原认定有误，已经撤销。"));
    }

    private Answered uphold(String id) throws Exception {
        return step(
                "market",
                id,
                1,
                "uphold-withdraw",
                "reason",
                "经核查，当事人不符合列入条件。",
                "documentNumber",
                "昕环撤〔2026〕1号",
                "documentDate",
                "2026-06-09",
                "withdrawalGround",
                "revoked");
    }

    private boolean stands() {
        return archive.find(listing) != null;
    }

    @Test
    void whoForwardsAListingEndsItAtNoDoor() throws Exception {
        for (String client : new String[] {"market", "office"}) {
            var refused = withdraw(client);
            assertThat(refused.status()).as(client).isEqualTo(403);
            assertThat(refused.text("title")).contains("认定单位");
            assertThat(refused.text("authority")).isEqualTo(ecology.name().zh());
        }
        assertThat(clerkOf(market).reads("/records/" + listing + "/withdrawal").body())
                .contains("名单由认定单位移出");
        assertThat(clerkOf(market).reads("/own-records?q=" + listing).body())
                .as("nor is it offered")
                .contains("/records/" + listing)
                .contains("由认定单位办理移出")
                .doesNotContain("/records/" + listing + "/withdrawal");

        address = listing;
        var objection = file("wrong", "凭证1号");
        assertThat(objection.status()).as(objection.body().toString()).isEqualTo(201);
        var id = objection.text("id");
        var seen =
                JSON.readTree(server.get("/api/v1/cases/" + id, token("market")).body());
        assertThat(new Answered(200, seen).actions())
                .contains("uphold-corrected", "reject")
                .doesNotContain("uphold-withdraw");
        var refused = uphold(id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).endsWith("case.not-the-authority");
        assertThat(refused.text("title")).contains(ecology.name().zh());
        assertThat(stands()).isTrue();
    }

    @Test
    void whoDecidedAListingEndsItAndTheObjectionIsUpheld() throws Exception {
        address = listing;
        var id = file("wrong", "凭证1号").text("id");

        assertThat(withdraw("ecology").status()).isEqualTo(200);
        assertThat(stands()).isFalse();
        assertThat(documents.ofCase(listing))
                .as("in the name of who withdrew it, not of who forwarded it")
                .extracting(ServedDocument::kind, ServedDocument::authority)
                .containsExactly(tuple("record.withdrawn", ecology.code()));
        var upheld = uphold(id);
        assertThat(upheld.status()).as(upheld.body().toString()).isEqualTo(200);
        assertThat(upheld.text("state")).isEqualTo("upheld");
    }

    @Test
    void theRepairOfAListingIsGrantedByWhoDecidedIt() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base + 1).id()).getFirst().earliestRepair()));
        var pushed = post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", "XY-L-" + base, "record", listing, "appliedOn", day().toString())
                        .replace("}", ",\"papers\":{\"performance\":\"缴款凭证\",\"commitment\":\"信用承诺书\"}}"));
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        var id = pushed.text("id");

        assertThat(step("market", id, 2, "accept").status()).isEqualTo(404);
        assertThat(step("ecology", id, 2, "accept").status()).isEqualTo(200);
        for (String client : new String[] {"market", "office", "ecology"}) {
            step(
                    client,
                    id,
                    3,
                    "grant",
                    "reason",
                    "符合修复条件。",
                    "documentNumber",
                    "昕环修〔2026〕1号",
                    "documentDate",
                    day().toString());
            assertThat(stands()).as(client).isEqualTo(!client.equals("ecology"));
        }
        assertThat(archive.history(listing, archive.position()).orElseThrow().ended())
                .extracting(Ended::ending)
                .isEqualTo(Ending.REPAIRED);
    }
}
