package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.PublicRecords.Filter;
import org.xinheng.server.archive.RecordVersion;

/** Four endings, never mixed: withdrawn with a statement that clears the party, repaired and expired bare, corrected as a version. */
class WithdrawalTest extends RecordsServer {

    private static final String STATEMENT = "经复议，原处罚决定认定事实有误，已经撤销，当事人没有该违法行为。";

    private HttpResponse<String> withdraw(String client, String address, String body) throws Exception {
        return server.post("/api/v1/records/" + address + "/withdrawal", token(client), body);
    }

    private static String body() {
        return object(
                "ground",
                "revoked",
                "documentNumber",
                "澜府复决〔2026〕8号",
                "documentDate",
                "2026-06-08",
                "statement",
                STATEMENT);
    }

    private HttpResponse<String> portal(String path) throws Exception {
        return server.get(path, null);
    }

    @Test
    void withdrawalTakesEffectAtOnceOnPortalListsAndOrganisationAndStaysInTheArchive() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        var code = PenaltyFile.code(base);
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);
        assertThat(portal("/organisations/" + code).body()).contains(address);

        var answer = withdraw("market", address, body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var said = json(answer);
        assertThat(said.path("ending").asString()).isEqualTo("withdrawn");
        assertThat(said.path("dueBy").asString())
                .as("three working days after 8 June")
                .isEqualTo("2026-06-11");
        assertThat(said.path("inTime").asBoolean()).isTrue();
        assertThat(said.path("position").asString())
                .isEqualTo(Long.toString(archive.position().value()));

        var page = portal("/records/" + address);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains(STATEMENT).doesNotContain("明码标价", PenaltyFile.number(base));
        assertThat(portal("/organisations/" + code).body()).doesNotContain(address);
        assertThat(publicRecords
                        .list(new Filter(PENALTY, market.code(), null, null, null), null, 100, day())
                        .records())
                .extracting(RecordVersion::address)
                .doesNotContain(address);
        assertThat(archive.currentOf(organisation(base).id())).isEmpty();
        assertThat(archive.history(address, archive.position()).orElseThrow()).satisfies(history -> {
            assertThat(history.versions()).hasSize(1);
            assertThat(Objects.requireNonNull(history.ended()).ground()).isEqualTo("revoked");
        });
        assertThat(notices(address))
                .as("told in its inbox")
                .singleElement()
                .asString()
                .contains(STATEMENT);
    }

    @Test
    void recordEndsOnceHoweverManyWithdrawItAtOnce() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        long before = archive.position().value();
        var token = token("market");
        var answers = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(4)) {
            var sent = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 4; i++) {
                sent.add(
                        clients.submit(() -> server.post("/api/v1/records/" + address + "/withdrawal", token, body())));
            }
            for (var one : sent) {
                answers.add(one.get().statusCode());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(archive.position().value()).isEqualTo(before + 1);
        assertThat(notices(address)).hasSize(1);
    }

    private List<String> notices(String address) {
        return sql.sql("SELECT convert_from(content, 'UTF8') FROM service.document"
                        + " WHERE case_reference = ? AND kind = 'record.withdrawn'")
                .param(address)
                .query(String.class)
                .list();
    }

    @Test
    void withdrawnRecordTakesNoFurtherVersion() throws Exception {
        deliver(penalties(base, 1));
        withdraw("market", addressOf(base), body());

        var again = deliver(penalties(base, 1).set(0, "BZ", "更正"));

        assertThat(again.counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 1, 0));
    }

    @Test
    void withdrawalAfterItsPeriodIsSaidToBeLate() throws Exception {
        deliver(penalties(base, 1));
        today("2026-06-15");

        var said = json(withdraw("market", addressOf(base), body()));

        assertThat(said.path("inTime").asBoolean()).isFalse();
        assertThat(said.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void withoutTheDocumentsDateThePeriodIsProvisional() throws Exception {
        deliver(penalties(base, 1));

        var said = json(withdraw(
                "market",
                addressOf(base),
                object("ground", "void", "documentNumber", "澜法判〔2026〕1号", "statement", STATEMENT)));

        assertThat(said.path("dueBy").asString()).isEqualTo("2026-06-15");
        assertThat(said.path("provisional").asBoolean()).isTrue();
    }

    @Test
    void everyFaultIsToldWithItsFieldAndNothingIsDone() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);

        var answer = withdraw("market", address, "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:fields");
        assertThat(answer.body()).contains("documentNumber", "ground", "statement", "必填", "revoked");

        var short_ =
                withdraw("market", address, object("ground", "revoked", "documentNumber", "文1", "statement", "有误"));
        assertThat(short_.body()).contains("至少 10 个字");
        var personal = withdraw(
                "market",
                address,
                object(
                        "ground",
                        "revoked",
                        "documentNumber",
                        "文1",
                        "statement",
                        "与身份证号11010519491231002X的当事人混同，予以撤回。"));
        assertThat(personal.statusCode()).isEqualTo(400);
        assertThat(personal.body()).contains("个人信息").doesNotContain("11010519491231002X");
        var future = withdraw(
                "market",
                address,
                object(
                        "ground",
                        "revoked",
                        "documentNumber",
                        "文1",
                        "documentDate",
                        "2026-06-11",
                        "statement",
                        STATEMENT));
        assertThat(future.body()).contains("documentDate", "晚于今天");
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownForeignAndEndedRecordsAreToldApart() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);

        var unknown = withdraw("market", "a".repeat(26), body());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("type").asString()).isEqualTo("urn:xinheng:problem:record.unknown");
        assertThat(withdraw("market", "no-address", body()).statusCode()).isEqualTo(404);

        var foreign = withdraw("ecology", address, body());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(json(foreign).path("type").asString()).isEqualTo("urn:xinheng:problem:record.foreign");
        assertThat(withdraw("auditor", address, body()).statusCode()).isEqualTo(403);
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);

        assertThat(withdraw("office", address, body()).statusCode()).isEqualTo(200);
        var ended = withdraw("market", address, body());
        assertThat(ended.statusCode()).isEqualTo(409);
        assertThat(json(ended).path("ending").asString()).isEqualTo("withdrawn");
        assertThat(json(ended).path("title").asString()).isEqualTo("该记录已经撤回");
    }

    @Test
    void nobodyWithoutTokenWithdraws() throws Exception {
        deliver(penalties(base, 1));
        assertThat(withdraw("market", addressOf(base), "not json").statusCode()).isEqualTo(400);
        var nobody = server.send(server.to("/api/v1/records/" + addressOf(base) + "/withdrawal")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body())));
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void repairedRecordIsBareAndCannotBeWithdrawn() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        assertThat(archive.end(address, Ending.REPAIRED, "修复决定1号", "", "test"))
                .isInstanceOf(Archive.EndResult.Ended.class);

        var page = portal("/records/" + address);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("该地址下不再公示信息").doesNotContain("修复决定1号", "明码标价");
        var answer = withdraw("market", address, body());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("ending").asString()).isEqualTo("repaired");
    }

    @Test
    void expiredRecordIsBareWithoutAnyActAndStaysInTheArchive() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        var position = archive.position();
        var last = Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(archive.find(address)).window())
                .last());
        today(last.toString());
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);

        today(last.plusDays(1).toString());
        var page = portal("/records/" + address);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("该地址下不再公示信息").doesNotContain("明码标价", PenaltyFile.name(base), "已经届满", "完成信用修复");
        assertThat(portal("/organisations/" + PenaltyFile.code(base)).body()).doesNotContain(address);
        assertThat(archive.find(address)).isNotNull();
        assertThat(archive.position()).isEqualTo(position);
    }

    @Test
    void clerkFindsTheRecordChecksTheAnswersAndWithdraws() throws Exception {
        deliver(penalties(base, 3));
        var address = addressOf(base + 1);
        var clerk = clerkOf(market);
        var wanted = URLEncoder.encode("示市监罚[2026] " + (base + 1) + "号", StandardCharsets.UTF_8);
        var found = clerk.reads("/own-records?q=" + wanted);
        assertThat(found.body()).contains("/records/" + address + "/withdrawal").doesNotContain(addressOf(base));
        assertThat(clerk.reads("/own-records?q=" + PenaltyFile.code(base + 1)).body())
                .contains(address);
        assertThat(clerk.reads("/own-records?q=" + address).body()).contains(address);

        var path = "/records/" + address + "/withdrawal";
        assertThat(clerk.reads(path).body()).contains("依法撤销", "name=\"_csrf\"", PenaltyFile.number(base + 1));
        var faulty = clerk.sends(path, "ground", "", "documentNumber", "澜府复决〔2026〕8号", "statement", "<b>短</b>");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("error-summary", "href=\"#ground\"", "澜府复决〔2026〕8号", "&lt;b&gt;短&lt;/b&gt;");

        String[] answers = {
            "ground", "revoked", "documentNumber", "澜府复决〔2026〕8号", "documentDate", "2026/6/8", "statement", STATEMENT
        };
        var check = clerk.sends(path, answers);
        assertThat(check.body()).contains("确认撤回", STATEMENT, "2026年6月11日");
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);

        var done = clerk.sends(path, with(answers, "step", "confirmed"));
        assertThat(done.location()).isEqualTo(path);
        assertThat(clerk.reads(path).body()).contains("记录已结束", "依法撤销", STATEMENT);
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(410);
        assertThat(clerk.reads("/own-records?q=" + wanted).body()).contains("没有找到记录");
    }

    @Test
    void clerkOfAnotherSourceNeitherSeesNorWithdrawsIt() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        var path = "/records/" + address + "/withdrawal";
        assertThat(clerkOf(ecology).reads(path).status()).isEqualTo(403);
        assertThat(clerkOf(ecology)
                        .sends(
                                path,
                                "ground",
                                "revoked",
                                "documentNumber",
                                "1",
                                "statement",
                                STATEMENT,
                                "step",
                                "confirmed")
                        .status())
                .isEqualTo(403);
        assertThat(clerkOf(ecology).reads("/own-records?q=" + address).body()).doesNotContain(PenaltyFile.name(base));
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/own-records?q=" + address).body())
                .contains(PenaltyFile.name(base));
        assertThat(clerk(Role.APPROVING_OFFICER).reads(path).status()).isEqualTo(403);
        assertThat(portal("/records/" + address).statusCode()).isEqualTo(200);
    }

    @Test
    void controlCharactersAndBrokenKeysOfPagesAreNoFaultOfTheServer() throws Exception {
        deliver(penalties(base, 1));
        var list = "/lists/"
                + java.util.Objects.requireNonNull(archive.find(addressOf(base)))
                        .type();
        var address = addressOf(base);
        for (var path : java.util.List.of(
                list + "?after=x",
                list + "?after=%2B999999999-12-31." + address,
                list + "?after=-0001-12-31." + address,
                list + "?after=2026-01-01.%00",
                list + "?authority=%00",
                list + "?place=%00&from=%00",
                "/search?q=a%00b",
                "/search?q=%00")) {
            assertThat(portal(path).statusCode()).as(path).isEqualTo(200);
        }
        var clerk = clerkOf(market);
        for (var path : java.util.List.of(
                "/own-records?q=%00",
                "/own-records?q=a%00b", "/own-records?after=x", "/own-records?after=%2B999999999-12-31." + address)) {
            assertThat(clerk.reads(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void listOfOwnRecordsTurnsItsPages() throws Exception {
        deliver(penalties(base, 55));
        var clerk = clerkOf(market);
        var first = clerk.reads("/own-records");
        assertThat(first.body())
                .contains("下一页", addressOf(base), addressOf(base + 49))
                .doesNotContain(addressOf(base + 50));
        assertThat(clerk.reads("/own-records?page=2").body()).contains(addressOf(base + 50), "上一页");
        assertThat(clerk.reads("/en/own-records").body()).contains("Own records");
    }

    private static String[] with(String[] pairs, String... more) {
        var all = java.util.Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return all;
    }
}
