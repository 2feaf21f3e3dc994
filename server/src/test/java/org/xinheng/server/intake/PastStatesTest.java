package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.intake.WaitingRows.Target;
import tools.jackson.databind.JsonNode;

/** Law 4: any answer can be given again as of a past day, to those who may ask and say why; for nobody else a back door. */
class PastStatesTest extends RecordsServer {

    private static final String WHY = "ground=" + encoded("行政诉讼调查取证") + "&fileNumber=" + encoded("（2026）澜01行初12号");
    private static final Withdrawal VOID = new Withdrawal("void", "澜法判〔2026〕1号", null, "原处罚决定被确认无效，当事人没有该违法行为。");

    @Autowired
    WaitingRows waiting;

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> ask(String client, String path) throws Exception {
        return server.get(path, token(client));
    }

    private JsonNode history(String address, String parameters) throws Exception {
        var answer = ask("auditor", "/api/v1/records/" + address + "/history?" + WHY + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private long position() {
        return archive.position().value();
    }

    /** Delivered on 10 June, corrected on 12 June, withdrawn on 15 June; ends on the day after. */
    private String story() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        today("2026-06-12");
        deliver(penalties(base, 1).set(0, "CF_NR_FK", "6").set(0, "CF_NR", "罚款人民币60000元。"));
        today("2026-06-15");
        archive.withdraw(address, VOID, "test");
        today("2026-06-16");
        return address;
    }

    @Test
    void tellsWhatWasKnownAtAnEarlierPosition() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        long first = position();
        today("2026-06-12");
        deliver(penalties(base, 1).set(0, "CF_NR_FK", "6").set(0, "CF_NR", "罚款人民币60000元。"));
        long second = position();
        archive.withdraw(address, VOID, "test");

        var before = history(address, "&knownAt=" + (first - 1));
        assertThat(before.path("versions")).isEmpty();
        assertThat(before.path("shown").asBoolean()).isFalse();

        var then = history(address, "&knownAt=" + first);
        assertThat(then.path("versions")).hasSize(1);
        assertThat(then.path("versions").get(0).path("values").path("CF_NR_FK").asString())
                .isEqualTo("5");
        assertThat(then.path("shown").asBoolean()).isTrue();
        assertThat(then.path("ended").isMissingNode()).isTrue();
        assertThat(then.path("asOf").asString()).isEqualTo("2026-06-10");

        var corrected = history(address, "&knownAt=" + second);
        assertThat(corrected.path("versions")).hasSize(2);
        assertThat(corrected.path("shownVersion").asInt()).isEqualTo(2);

        var now = history(address, "");
        assertThat(now.path("shown").asBoolean()).isFalse();
        assertThat(now.path("ended").path("ending").asString()).isEqualTo("withdrawn");
        assertThat(now.path("ended").path("ground").asString()).isEqualTo("void");
        assertThat(now.path("versions").get(0).path("gateReasons")).isNotEmpty();
    }

    @Test
    void tellsWhatWasShownOnADay() throws Exception {
        var address = story();

        assertThat(history(address, "&asOf=2026-06-09").path("shown").asBoolean())
                .as("decided, and not yet received")
                .isFalse();
        assertThat(history(address, "&asOf=2026-06-11").path("shownVersion").asInt())
                .isEqualTo(1);
        assertThat(history(address, "&asOf=2026-06-14").path("shownVersion").asInt())
                .isEqualTo(2);
        assertThat(history(address, "&asOf=2026-06-15").path("shown").asBoolean())
                .isFalse();
        var asKnownThen = history(address, "&asOf=2026-06-20&knownAt=2026-06-14T00:00:00%2B08:00");
        assertThat(asKnownThen.path("shownVersion").asInt())
                .as("nobody knew of the withdrawal yet")
                .isEqualTo(2);
        assertThat(history(address, "&asOf=2027-07-01&knownAt=2026-06-14T00:00:00+08:00")
                        .path("shown")
                        .asBoolean())
                .as("the window ends by itself")
                .isFalse();
    }

    @Test
    void linkThatWasTakenBackIsStillThereForThoseWhoAskWhatWasSeen() throws Exception {
        long organisation = Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(base), PenaltyFile.name(base)), 1)
                        .get(PenaltyFile.code(base)))
                .id();
        var id = new WaitingRow.Id(
                deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", "")).id(), 2);
        waiting.link(id, new Target.Known(organisation), "核实", "office");
        var address = addressOf(base);
        today("2026-06-12");
        waiting.unlink(id, "有误", "office");
        today("2026-06-14");
        waiting.link(id, new Target.Known(organisation), "再核实", "office");

        assertThat(history(address, "&asOf=2026-06-11").path("shownVersion").asInt())
                .isEqualTo(1);
        assertThat(history(address, "&asOf=2026-06-13").path("shown").asBoolean())
                .isFalse();
        assertThat(history(address, "&asOf=2026-06-14").path("shownVersion").asInt())
                .isEqualTo(2);
    }

    @Test
    void tellsEveryRecordOfAnOrganisationAsItWasKnown() throws Exception {
        deliver(penalties(base, 1));
        var withdrawn = addressOf(base);
        deliver(new PenaltyFile()
                .add(PenaltyFile.row(base, PenaltyFile.number(base + 500)))
                .set(0, "CF_CFJGDM", market.code())
                .set(0, "CF_SJLYDM", market.code()));
        long before = position();
        archive.withdraw(withdrawn, VOID, "test");

        var path = "/api/v1/organisations/" + PenaltyFile.code(base) + "/records?" + WHY;
        var then = json(ask("auditor", path + "&knownAt=" + before));
        assertThat(then.path("records"))
                .hasSize(2)
                .allMatch(record -> record.path("shown").asBoolean());
        var now = json(ask("auditor", path));
        assertThat(now.path("records"))
                .filteredOn(record -> record.path("address").asString().equals(withdrawn))
                .singleElement()
                .satisfies(
                        record -> assertThat(record.path("shown").asBoolean()).isFalse());
        var first = json(ask("auditor", path + "&size=1"));
        assertThat(first.path("records")).hasSize(1);
        var second =
                json(ask("auditor", path + "&size=1&after=" + first.path("next").asString()));
        assertThat(second.path("records")).hasSize(1);
        assertThat(second.path("next").isMissingNode()).isTrue();
        assertThat(second.path("records").get(0))
                .isNotEqualTo(first.path("records").get(0));
    }

    @Test
    void isNoBackDoorForAnybodyElse() throws Exception {
        var address = story();
        var path = "/api/v1/records/" + address + "/history?" + WHY;
        for (var client : new String[] {"market", "ecology", "office"}) {
            assertThat(ask(client, path).statusCode()).as(client).isEqualTo(403);
        }
        assertThat(server.get(path, null).statusCode()).isEqualTo(401);
        assertThat(server.get("/records/" + address + "?asOf=2026-06-11", null).statusCode())
                .isEqualTo(410);
        assertThat(server.get("/api/v1/organisations/" + PenaltyFile.code(base) + "/records?" + WHY, token("office"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk(Role.AUDITOR).reads("/records/" + address).status()).isEqualTo(410);
    }

    @Test
    void groundAndFileNumberAreCompulsoryAndLogged() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        var without = ask("auditor", "/api/v1/records/" + address + "/history");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("ground", "fileNumber", "必填");
        assertThat(logged(address)).isZero();

        history(address, "");

        assertThat(logged(address)).isEqualTo(1);
        assertThat(sql.sql("SELECT purpose FROM access.read_log WHERE what = 'record.history'"
                                + " ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("行政诉讼调查取证 · （2026）澜01行初12号");
    }

    private long logged(String address) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'record.history' AND organisation_id = :id")
                .param("id", Objects.requireNonNull(archive.find(address)).organisationId())
                .query(Long.class)
                .single();
    }

    @Test
    void unreadableQuestionsSayWhatToWrite() throws Exception {
        deliver(penalties(base, 1));
        var wrong = ask(
                "auditor",
                "/api/v1/records/" + addressOf(base) + "/history?" + WHY + "&knownAt=yesterday&asOf=2026-02-30");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("knownAt", "2026-03-01T09:00:00+08:00", "asOf", "2026-02-28");
        assertThat(ask("auditor", "/api/v1/records/" + "a".repeat(26) + "/history?" + WHY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("auditor", "/api/v1/organisations/none/records?" + WHY).statusCode())
                .isEqualTo(404);
    }
}
