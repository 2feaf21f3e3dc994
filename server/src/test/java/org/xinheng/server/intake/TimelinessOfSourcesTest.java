package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.WaitingRows.Target;
import tools.jackson.databind.JsonNode;

/** Part 9: decided → received → in force, over the holidays of 2026; each test has a source of its own. */
class TimelinessOfSourcesTest extends RecordsServer {

    private static int next = 20;

    @Autowired
    WaitingRows waiting;

    private Authority source;

    @BeforeEach
    void takeASource() {
        source = inForce.policy().authorities().get(next++);
        setup.client("timely", "test-secret", Set.of(Permission.DELIVER), source.id());
    }

    /** Penalties decided on a day, one for each organisation from the n-th of this test on. */
    private PenaltyFile decided(String day, int first, int count) {
        var file = penalties(source, base + first, count);
        for (int row = 0; row < count; row++) {
            file.set(row, "CF_JDRQ", day).set(row, "CF_YXQ", "2028/01/01");
        }
        return file;
    }

    private Delivery deliverOn(String day, PenaltyFile file) throws Exception {
        today(day);
        return deliver(source, file, false);
    }

    private JsonNode line(String client, String period) throws Exception {
        var answer = server.get("/api/v1/timeliness?type=" + PENALTY + period, token(client));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (var line : json(answer).path("sources")) {
            if (line.path("source").asString().equals(source.code())) {
                return line;
            }
        }
        throw new AssertionError("no line of " + source.code() + " in " + answer.body());
    }

    private JsonNode figures(String period) throws Exception {
        return line("office", period).path("figures");
    }

    @Test
    void sevenWorkingDaysOverTheSpringFestivalEndOnTheWorkedSaturday() throws Exception {
        deliverOn("2026-02-28", decided("2026/02/12", 0, 3));
        deliverOn("2026-03-01", decided("2026/02/12", 10, 2));

        var figures = figures("&from=2026-02-28&to=2026-03-01");
        assertThat(figures.path("records").asInt()).isEqualTo(5);
        assertThat(figures.path("onTime").asInt()).isEqualTo(3);
        assertThat(figures.path("late").asInt()).isEqualTo(2);
        assertThat(figures.path("lateRate").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(figures.path("provisional").asInt()).isZero();
        assertThat(figures("&from=2026-02-28&to=2026-02-28").path("late").asInt())
                .isZero();

        var groups = json(server.get(
                "/api/v1/timeliness/" + source.id() + "?from=2026-02-01&to=2026-03-31&late=true", token("office")));
        assertThat(groups.path("groups")).singleElement().satisfies(group -> {
            assertThat(group.path("records").asInt()).isEqualTo(2);
            assertThat(group.path("timeliness").path("due").asString()).isEqualTo("2026-02-28");
            assertThat(group.path("timeliness").path("daysToReceipt").asInt()).isEqualTo(7);
        });
    }

    @Test
    void waitingInOurQueueCountsAgainstUsAndTheLinkedRowOnce() throws Exception {
        long organisation = Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(base), PenaltyFile.name(base)), 1)
                        .get(PenaltyFile.code(base)))
                .id();
        long wrong = Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(base + 1), PenaltyFile.name(base + 1)), 1)
                        .get(PenaltyFile.code(base + 1)))
                .id();
        var delivery = deliverOn("2026-02-25", decided("2026/02/12", 0, 1).set(0, "CF_XDR_SHXYM", ""));
        var id = new WaitingRow.Id(delivery.id(), 2);
        assertThat(line("office", "&from=2026-02-25&to=2026-02-25")
                        .path("figures")
                        .path("records")
                        .asInt())
                .isZero();

        today("2026-03-18");
        waiting.link(id, new Target.Known(wrong), "核实", "office");
        today("2026-03-19");
        waiting.unlink(id, "有误", "office");
        assertThat(figures("&from=2026-02-25&to=2026-02-25").path("records").asInt())
                .as("what was linked to the wrong one was not accepted")
                .isZero();
        today("2026-03-20");
        waiting.link(id, new Target.Known(organisation), "再核实", "office");

        var figures = figures("&from=2026-02-25&to=2026-02-25");
        assertThat(figures.path("records").asInt()).isEqualTo(1);
        assertThat(figures.path("late").asInt()).isZero();
        assertThat(figures.path("longestPlatformDays").asInt()).isEqualTo(18);
        var group = json(server.get(
                        "/api/v1/timeliness/" + source.code() + "?from=2026-02-25&to=2026-02-25", token("timely")))
                .path("groups")
                .get(0);
        assertThat(group.path("publishedOn").asString()).isEqualTo("2026-03-20");
        assertThat(group.path("timeliness").path("daysToReceipt").asInt()).isEqualTo(4);
    }

    @Test
    void backlogStaysOutsideTheRate() throws Exception {
        today("2026-05-20");
        deliver(source, decided("2025/01/08", 0, 4), true);
        deliverOn("2026-05-20", decided("2026/05/19", 10, 1));

        var line = line("office", "&from=2026-05-20&to=2026-05-20");
        assertThat(line.path("historical").asInt()).isEqualTo(4);
        assertThat(line.path("figures").path("records").asInt()).isEqualTo(1);
        assertThat(line.path("figures").path("late").asInt()).isZero();
    }

    @Test
    void correctionsAndRepetitionsAreNotReportedAgain() throws Exception {
        deliverOn("2026-05-20", decided("2026/05/19", 0, 2));
        deliverOn("2026-06-30", decided("2026/05/19", 0, 2).set(0, "BZ", "更正"));

        var figures = figures("&from=2026-05-20&to=2026-06-30");
        assertThat(figures.path("records").asInt()).isEqualTo(2);
        assertThat(figures.path("late").asInt()).isZero();
    }

    @Test
    void yearWithoutNoticeIsProvisional() throws Exception {
        deliverOn("2027-01-05", decided("2026/12/29", 0, 1));

        var figures = figures("&from=2027-01-05&to=2027-01-05");
        assertThat(figures.path("provisional").asInt()).isEqualTo(1);
    }

    @Test
    void shareOfRepairNoticesServedIsCounted() throws Exception {
        deliverOn(
                "2026-05-20",
                decided("2026/05/19", 0, 4).set(1, "CF_XFTZRQ", "2026/05/19").set(3, "CF_XFTZRQ", ""));

        var figures = figures("&from=2026-05-20&to=2026-05-20");
        assertThat(figures.path("repairNotices").asInt()).isEqualTo(1);
        assertThat(figures.path("repairNoticeShare").decimalValue()).isEqualByComparingTo("0.25");
    }

    @Test
    void feedThatIsNotHeardInItsCycleIsStaleUntilItReportsZero() throws Exception {
        deliverOn("2026-05-20", decided("2026/05/19", 0, 1));
        var period = "&from=2026-05-20&to=2026-05-20";
        today("2026-06-03");
        var feed = line("office", period).path("feed");
        assertThat(feed.path("lastHeard").asString()).isEqualTo("2026-05-20");
        assertThat(feed.path("dueBy").asString()).as("ten working days").isEqualTo("2026-06-03");
        assertThat(feed.path("stale").asBoolean()).isFalse();

        today("2026-06-04");
        assertThat(line("office", period).path("feed").path("stale").asBoolean())
                .isTrue();
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/timeliness").body())
                .contains("数据未更新", source.name().zh());

        deliveries.reportZero(PENALTY, source.code(), "test");
        feed = line("office", period).path("feed");
        assertThat(feed.path("stale").asBoolean()).isFalse();
        assertThat(feed.path("lastHeard").asString()).isEqualTo("2026-06-04");
    }

    @Test
    void sourceSeesItsOwnOnly() throws Exception {
        deliverOn("2026-05-20", decided("2026/05/19", 0, 1));
        var period = "?from=2026-05-20&to=2026-05-20";
        var own = server.get("/api/v1/timeliness" + period, token("timely")).body();
        assertThat(own).contains(source.code());
        var others = server.get("/api/v1/timeliness" + period, token("ecology")).body();
        assertThat(others).doesNotContain(source.code());
        assertThat(server.get("/api/v1/timeliness/" + source.id() + period, token("ecology"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/timeliness/" + source.id() + period, token("auditor"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/timeliness", null).statusCode()).isEqualTo(401);
        assertThat(clerkOf(ecology).reads("/timeliness/" + source.code()).status())
                .isEqualTo(403);
        assertThat(clerkOf(ecology)
                        .reads("/timeliness/" + source.code() + "/rows?act=1&decided=2026-05-19")
                        .status())
                .isEqualTo(403);
        assertThat(clerk(Role.APPROVING_OFFICER).reads("/timeliness").status()).isEqualTo(403);
    }

    @Test
    void wrongDaysSayWhatToWrite() throws Exception {
        var wrong = server.get("/api/v1/timeliness?from=2026-02-30", token("office"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("from", "2026-02-28");
        assertThat(server.get("/api/v1/timeliness?from=2026-06-02&to=2026-06-01", token("office"))
                        .body())
                .contains("起始日期晚于结束日期");
        var page = clerk(Role.CREDIT_OFFICE).reads("/timeliness?from=nonsense");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("error-summary", "value=\"nonsense\"");
    }

    @Test
    void figuresOpenToTheirRows() throws Exception {
        deliverOn("2026-06-01", decided("2026/05/11", 0, 2));
        var clerk = clerkOf(source);
        var all = clerk.reads("/timeliness?from=2026-06-01&to=2026-06-01");
        assertThat(all.body()).contains(source.name().zh(), "100.0%", "报送及时性");
        var late = link(all.body(), "late=true");
        var groups = clerk.reads(late);
        assertThat(groups.body()).contains("迟报", "2026年5月20日", "2026年6月1日", "2 条");
        var rows = clerk.reads(link(groups.body(), "/rows?"));
        assertThat(rows.body())
                .contains(PenaltyFile.name(base), PenaltyFile.number(base + 1), "/records/" + addressOf(base));
        assertThat(clerk.reads("/en/timeliness").body()).contains("Timeliness of delivery");
    }

    private static String link(String body, String piece) {
        var links = java.util.regex.Pattern.compile(
                        "href=\"([^\"]*" + java.util.regex.Pattern.quote(piece) + "[^\"]*)\"")
                .matcher(body);
        if (!links.find()) {
            throw new AssertionError("no link with " + piece);
        }
        return links.group(1).replace("&amp;", "&");
    }
}
