package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.organisation.Mergers;
import tools.jackson.databind.JsonNode;

/** Granted repairs are looked into again: wrong ones and missed ones are found, and a wrong one is put right with its history. */
class RecheckTest extends CaseworkServer {

    @Autowired
    Repairs repairs;

    private String pushed(String number) throws Exception {
        var pushed = post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", day().toString())
                        .replace("}", ",\"papers\":{\"performance\":\"缴款凭证\",\"commitment\":\"信用承诺书\"}}"));
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        return pushed.text("id");
    }

    private String granted() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        String id = pushed("XY-RE-" + base);
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);
        decided(id, 3, "grant", "符合修复条件。");
        return id;
    }

    private void decided(String id, int seen, String action, String reason) throws Exception {
        var answer = step(
                "market",
                id,
                seen,
                action,
                "reason",
                reason,
                "documentNumber",
                "昕市监修〔2026〕" + base + seen + "号",
                "documentDate",
                day().toString());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private JsonNode found(String client) throws Exception {
        return JSON.readTree(
                server.get("/api/v1/repairs/rechecks", token(client)).body());
    }

    private JsonNode line(String client, String id) throws Exception {
        return found(client)
                .path("repairs")
                .valueStream()
                .filter(line -> line.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> missed(String client) throws Exception {
        List<String> missed = new ArrayList<>();
        found(client)
                .path("missed")
                .valueStream()
                .filter(one -> one.path("record").asString().equals(address))
                .forEach(one -> missed.add(one.path("fault").asString()));
        return missed;
    }

    private Answered enter(String client, String id, int seen, boolean inOrder, String note) throws Exception {
        return post(
                client,
                "/api/v1/repairs/rechecks/" + id,
                object("note", note).replace("}", ",\"seen\":" + seen + ",\"inOrder\":" + inOrder + "}"));
    }

    @Test
    void aRepairInOrderIsLookedIntoOnceWithinItsPeriod() throws Exception {
        String id = granted();

        JsonNode line = line("office", id);
        assertThat(line.path("drawn").asBoolean()).isTrue();
        assertThat(line.path("faults").size()).as(line.toString()).isZero();
        assertThat(line.path("due").asString()).isEqualTo(day().plusDays(90).toString());
        assertThat(enter("market", id, 0, true, "").status()).isEqualTo(403);
        assertThat(enter("office", id, 0, true, "").status()).isEqualTo(200);
        assertThat(enter("office", id, 0, true, "").status())
                .as("the same word again")
                .isEqualTo(200);
        assertThat(enter("office", id, 0, false, "另有看法，请核对。").status()).isEqualTo(409);
        assertThat(line("office", id).path("inOrder").asBoolean()).isTrue();
    }

    /** What is said in a case goes into documents and answers, and what is noted is read by many. */
    @Test
    void nobodyIsNamedInReasonsAndNotes() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        String id = pushed("XY-RE-" + base);
        var named = step("market", id, 2, "accept", "reason", "投诉人赵六反映的情况已经核对。");
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.body().path("errors").toString()).contains("\"reason\"", "疑似出现自然人姓名");
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);
        decided(id, 3, "grant", "符合修复条件。");

        var noted = enter("office", id, 0, false, "投诉人赵六认为没有改正，请核对。");
        assertThat(noted.status()).isEqualTo(400);
        assertThat(noted.body().path("errors").toString()).contains("\"note\"", "疑似出现自然人姓名");
        assertThat(enter("office", id, 0, false, "投诉人认为没有改正，请核对。").status()).isEqualTo(200);
    }

    /** What was typed stands again in its field, the sentence beside it, and the list is the one that was looked at. */
    @Test
    void aNoteThatIsNotTakenStandsAgainBesideItsSentence() throws Exception {
        String id = granted();
        String asked = "?sort=-due&state=open";
        Clerk office = new Clerk(context, "recheck-office-" + base, Role.CREDIT_OFFICE, null);
        String action = "/repairs/rechecks/" + id + asked;
        assertThat(office.reads("/repairs/rechecks" + asked).body()).contains(action.replace("&", "&amp;"));

        String typed = "投诉人赵六认为没有改正，请核对。";
        var refused = office.sends(action, "seen", "0", "inOrder", "false", "note", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "id=\"note-" + id + "-fault\">文中疑似出现自然人姓名，请改写后再提交。",
                        "<a href=\"#note-" + id + "\">",
                        "name=\"note\" value=\"" + typed + "\"",
                        "name=\"sort\" value=\"-due\"",
                        action.replace("&", "&amp;"))
                .doesNotContain("请核对；");

        assertThat(enter("office", id, 0, false, "缺信用承诺书，请认定单位纠正。").status()).isEqualTo(200);
        var overtaken = office.sends(action, "seen", "0", "inOrder", "false", "note", "另有看法，请核对。");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("该案件已有新的复核结论", "另有看法，请核对。");

        var done = office.sends(action, "seen", "1", "inOrder", "true", "note", "");
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).endsWith("/repairs/rechecks" + asked);
    }

    @Test
    void whatWasNotLookedIntoInTimeIsOverdue() throws Exception {
        String id = granted();
        today(day().plusDays(91).toString());

        assertThat(line("office", id).path("overdue").asBoolean()).isTrue();
    }

    @Test
    void aRepairWithoutProofIsFoundAndItsRevocationRestoresTheRecordWithItsHistory() throws Exception {
        String id = granted();
        JdbcClient.create(database.owner())
                .sql(
                        "UPDATE casework.step SET papers = ARRAY[papers[1]] WHERE case_id = :id AND cardinality(papers) = 2")
                .param("id", Long.valueOf(id))
                .update();
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));

        assertThat(line("market", id).path("faults").toString()).contains("proof");
        assertThat(enter("office", id, 0, false, "").status()).isEqualTo(400);
        assertThat(enter("office", id, 0, false, "缺信用承诺书，请认定单位纠正。").status()).isEqualTo(200);
        assertThat(line("market", id).path("inOrder").asBoolean(true)).isFalse();

        decided(id, 4, "revoke", "复查发现缺信用承诺书。");

        assertThat(publicRecords.find(address, day())).isInstanceOf(Sight.Visible.class);
        assertThat(found("office").path("repairs").toString()).doesNotContain("\"id\":\"" + id + "\"");
        assertThat(enter("office", id, 1, true, "").status()).isEqualTo(404);
        assertThat(archive.history(address, archive.position()).orElseThrow().ended())
                .isNull();
    }

    @Test
    void theSameDocumentUnderAnotherEntryOfTheOrganisationIsFound() throws Exception {
        String number =
                archive.currentOf(organisation(base).id()).getFirst().values().get("CF_WSH");
        deliver(penalties(base + 1, 1).set(0, "CF_WSH", String.valueOf(number)));
        String id = granted();
        assertThat(line("office", id).path("faults").size()).isZero();

        Mergers.merge(sql, organisation(base + 1).id(), organisation(base).id());

        assertThat(line("office", id).path("faults").toString()).contains("stands-elsewhere");
    }

    @Test
    void whatTheWindowClosedAndNobodyCarriedOutIsFoundUntilItIsDone() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        String closing = object("applicationNumber", "XY-RE-" + base, "record", address, "closedOn", day().toString())
                .replace("}", ",\"granted\":true}");
        assertThat(post("window", "/api/v1/repairs/closings", closing).status()).isEqualTo(200);
        assertThat(post("window", "/api/v1/repairs/closings", closing).status()).isEqualTo(200);
        assertThat(post("window", "/api/v1/repairs/closings", closing.replace("true", "false"))
                        .status())
                .isEqualTo(409);
        assertThat(missed("office")).containsExactly("not-carried-out");
        assertThat(missed("market")).containsExactly("not-carried-out");
        assertThat(missed("ecology")).isEmpty();

        granted();

        assertThat(missed("office")).isEmpty();
    }

    @Test
    void whatWasHandedOverAndNeverPushedIsFoundAfterItsDays() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        var clerk = new Actor("window-clerk", Actor.Kind.CLERK, null, Set.of(Permission.QUERY_AT_WINDOW));
        repairs.handOver(
                clerk,
                address,
                new Repairs.Papers("缴款凭证", "信用承诺书", new Presented(Presented.Kind.LICENCE, "副本1号")),
                "recheck-" + base);
        assertThat(missed("office")).isEmpty();
        today(day().plusDays(20).toString());
        assertThat(missed("office")).containsExactly("not-pushed");

        pushed("XY-RE-" + base);

        assertThat(missed("office")).isEmpty();
    }
}
