package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.consent.desk.ConsentDesk;
import org.xinheng.server.organisation.Organisation;
import tools.jackson.databind.json.JsonMapper;

/** A watch tag (重点关注) from its notice to its end: seen by its bearer and nobody outside, and objected to where it is seen. */
class WatchTagTest extends ListingServer {

    @Autowired
    private ConsentDesk consents;

    /** The organisation sees its tag, and objects to it where it sees it. */
    @Test
    void whoBearsAWatchTagObjectsToIt() throws Exception {
        Organisation party = organisation();
        String id = tagged(party);
        String own = "tagged-" + party.id();
        setup.organisationClient(own, "test-secret", Objects.requireNonNull(party.code()));
        Organisation other = organisation();
        setup.organisationClient("other-" + party.id(), "test-secret", Objects.requireNonNull(other.code()));
        assertThat(acts("other-" + party.id(), id, 4, "ASK_REMOVAL", "proof", "不是本单位的行为")
                        .statusCode())
                .isEqualTo(404);
        done(acts(own, id, 4, "ASK_REMOVAL", "proof", "所述行为不是本单位作出的"), "REMOVAL_ASKED");
        done(
                acts(HEAD, id, 5, "DECIDE_REMOVAL", "document", "关注复〔2026〕1号", "granted", "no", "reasons", "事实清楚"),
                "LISTED");
        done(acts(own, id, 6, "ASK_REMOVAL", "proof", "附租赁合同，行为发生时已经退租"), "REMOVAL_ASKED");
        done(
                acts(HEAD, id, 7, "DECIDE_REMOVAL", "document", "关注复〔2026〕2号", "granted", "yes", "reasons", "情况属实"),
                "REMOVED");
        assertThat(documents(id)).containsExactly("watch.notice", "watch.set", "watch.kept", "watch.lifted");
        assertThat(json(get(own, "/api/v1/proceedings/" + id)).path("stage").asString())
                .isEqualTo("REMOVED");
    }

    @Test
    void aTagWhoseReasonFellIsRevokedInItsOwnWords() throws Exception {
        Organisation party = organisation();
        String id = tagged(party);
        refused(acts(OFFICER, id, 4, "REVOKE", "document", "关注撤〔2026〕1号", "reasons", "原处罚决定已被撤销"), "OTHER_POST");
        done(acts(HEAD, id, 4, "REVOKE", "document", "关注撤〔2026〕1号", "reasons", "原处罚决定已被撤销"), "REVOKED");
        assertThat(documents(id)).containsExactly("watch.notice", "watch.set", "watch.revoked");
        assertThat(sql.sql("SELECT convert_from(content, 'UTF8') FROM service.document WHERE kind = 'watch.revoked'"
                                + " AND case_reference = :case")
                        .param("case", "listing-" + id)
                        .query(String.class)
                        .single())
                .contains("原处罚决定已被撤销")
                .doesNotContain("公示", "更正通知");
    }

    private String tagged(Organisation party) throws Exception {
        clock.noon("2026-06-10");
        String id = json(proposes(OFFICER, party, "watch", "list.watch.ground.below-severe", "tag-" + party.id()))
                .path("proceeding")
                .path("id")
                .asString();
        done(acts(OFFICER, id, 1, "NOTIFY", "document", "关注告〔2026〕7号"), "NOTIFIED");
        clock.noon("2026-06-18");
        done(
                acts(
                        HEAD,
                        id,
                        2,
                        "DECIDE",
                        "document",
                        "关注〔2026〕7号",
                        "verdict",
                        "LIST",
                        "until",
                        "2026-12-31",
                        "reasons",
                        "未提出意见"),
                "DECIDED");
        done(acts(OFFICER, id, 3, "SERVE"), "LISTED");
        return id;
    }

    @Test
    void aWatchTagIsSeenByNobodyOutside() throws Exception {
        Organisation party = organisation();
        clock.noon("2026-06-18");
        reportNothing();
        String facts = factsOf(party);
        long before = archive.position().value();
        String id = tagged(party);

        assertThat(documents(id)).containsExactly("watch.notice", "watch.set");
        assertThat(archive.currentOf(party.id())).isEmpty();
        assertThat(archive.position().value())
                .as("a tag is no act of the archive")
                .isEqualTo(before);
        for (String matter : inForce.policy().matters().keySet()) {
            assertThat(check(party, matter).path("measures").isEmpty())
                    .as(matter)
                    .isTrue();
        }
        assertThat(page("/organisations/" + party.code())).doesNotContain("重点关注");
        assertThat(factsOf(party)).as("facts of the evaluation").isEqualTo(facts);
        for (String type : inForce.policy().recordTypes().keySet()) {
            assertThat(page("/downloads/" + type + ".jsonl"))
                    .as("open data of " + type)
                    .doesNotContain(Objects.requireNonNull(party.code()));
        }
        assertThat(consented(party)).as("what a bank reads by consent").doesNotContain("重点关注", "watch");
        assertThat(listings.ofOrganisation(party.id())).hasSize(1);
    }

    /** All lists and honours of the organisation, as an institution reads them that was granted both. */
    private String consented(Organisation party) throws Exception {
        setup.client("demo-bank", "test-secret", Set.of(Permission.READ_CONSENTED), null);
        LocalDate today = consents.around().today();
        Grant grant = new Grant(
                "demo-bank",
                "loan-application",
                Set.of("penalties", "lists"),
                new DateWindow(today.minusYears(1), null),
                new Frequency(3, Per.MONTH),
                new DateWindow(today, today.plusMonths(1)));
        var ready = (ConsentDesk.Drafting.Ready) consents.draft(party, grant);
        var own = new Actor("consenting", Actor.Kind.CLIENT, null, party.code(), Set.of(Permission.OWN_FILE));
        var signed = (ConsentDesk.Signing.Signed) consents.sign(own, party, grant, ready.sha256(), "tag-" + party.id());
        HttpResponse<String> answer = get(
                "demo-bank", "/api/v1/consents/" + signed.id() + "/file?fileNumber=D-1&purpose=loan-application&data=");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(Objects.requireNonNull(party.code()));
        assertThat(json(answer).path("records").isEmpty()).isTrue();
        return answer.body();
    }

    /** The organisation's line as a run of the evaluation elsewhere reads it. */
    private String factsOf(Organisation party) throws Exception {
        setup.client("model-keeper", "test-secret", Set.of(Permission.KEEP_RULES), null);
        HttpResponse<String> answer = get("model-keeper", "/api/v1/evaluations/facts?purpose=test");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .filter(line ->
                        JsonMapper.shared().readTree(line).path("organisation").asLong() == party.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWatchTagIsProposedWithoutMeasures() throws Exception {
        Organisation party = organisation();
        HttpResponse<String> answer = post(
                OFFICER,
                "/api/v1/proceedings",
                Map.of(
                        "code", Objects.requireNonNull(party.code()),
                        "list", "watch",
                        "ground", "list.watch.ground.below-severe",
                        "facts", "销售不合格商品，侵害消费者权益",
                        "law", "《澜衡市公共信用信息管理办法》第二十条",
                        "measures", "限制参加政府采购",
                        "key", "watch-measures-" + party.id()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("重点关注只影响本机关的检查频次");
        assertThat(listings.ofOrganisation(party.id())).isEmpty();
    }
}
