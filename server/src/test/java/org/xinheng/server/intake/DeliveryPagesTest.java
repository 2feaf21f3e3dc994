package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Role;

/** The clerk's pages over HTTP, as a browser without scripts meets them. */
class DeliveryPagesTest extends RecordsServer {

    private static final String PASSWORD = "test password";
    private static final Pattern CHECKED_OPTION = Pattern.compile("<option value=\"([a-z-]+)\" selected");

    private ClerkVisits clerk = new ClerkVisits(0);

    @BeforeEach
    void signIn() throws Exception {
        setup.account("market-clerk", PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        setup.account("ecology-clerk", PASSWORD, Set.of(Role.SOURCE_CLERK), ecology.id());
        clerk = new ClerkVisits(port);
        assertThat(clerk.signIn("market-clerk", PASSWORD).statusCode()).isEqualTo(302);
    }

    private String settled(HttpResponse<String> uploaded) throws Exception {
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(303);
        String path = uploaded.headers().firstValue("Location").orElseThrow();
        deliveries.await(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)), java.time.Duration.ofSeconds(30));
        return path;
    }

    @Test
    void signInSaysThatItFailedAndNeverWhy() throws Exception {
        ClerkVisits stranger = new ClerkVisits(port);
        assertThat(stranger.get("/login").body())
                .contains("部门登录", "name=\"username\"")
                .doesNotContain("role=\"alert\"");
        HttpResponse<String> refused = stranger.signIn("market-clerk", "wrong");
        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/login?failed");
        HttpResponse<String> page = stranger.get("/login?failed");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("role=\"alert\"", "href=\"#username\"", "账号会锁定一段时间");
        assertThat(stranger.get("/en/login?failed").body()).contains("locked for a while");
        assertThat(stranger.get("/deliveries").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
    }

    @Test
    void uploadedFileShowsCountsThatAddUpAndWhatToDoWithEachRow() throws Exception {
        PenaltyFile file = penalties(base, 5)
                .set(0, "CF_JDRQ", "2026/02/30")
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_LB", "自然人");
        String path = settled(clerk.upload(PENALTY, "处罚一.csv", file.text()));
        String page = clerk.get(path).body();
        assertThat(page).contains("<h1>处罚一.csv</h1>", "5 = 2 + 0 + 1 + 1 + 1");
        assertThat(page).contains("处罚决定日期", "2026/02/30", "发改办财金");
        assertThat(page).contains("自然人数据").doesNotContain(PenaltyFile.name(base + 2));
        assertThat(page).contains("href=\"" + path + "/errors.xlsx\"");
        assertThat(clerk.get(path + "?rows=waiting").body())
                .contains("没有可用的统一社会信用代码")
                .doesNotContain("2026/02/30");
        assertThat(clerk.get("/en" + path).body()).contains("rows received", "calendar");
        assertThat(clerk.get("/deliveries").body()).contains("处罚一.csv", "收到 5，接收 2");

        ClerkVisits other = new ClerkVisits(port);
        other.signIn("ecology-clerk", PASSWORD);
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.get(path + "/errors.xlsx").statusCode()).isEqualTo(404);
        assertThat(other.get(path + "/rows/3").statusCode()).isEqualTo(404);
    }

    @Test
    void rowShowsWhatWasKeptOfItAndWhomItMayBeAbout() throws Exception {
        settled(clerk.upload(PENALTY, "known.csv", penalties(base, 1).text()));
        PenaltyFile file = penalties(base, 2)
                .set(0, "CF_XDR_SHXYM", "")
                .set(0, "CF_WSH", "示市监罚〔2026〕" + (base + 900) + "号")
                .set(1, "CF_XDR_LB", "自然人");
        String path = settled(clerk.upload(PENALTY, "rows.csv", file.text()));
        String row = clerk.get(path + "/rows/2").body();
        assertThat(row)
                .contains("可能的主体", PenaltyFile.name(base), "/organisations/" + PenaltyFile.code(base))
                .doesNotContain("甲某");
        assertThat(clerk.get(path + "/rows/3").body()).contains("不保存这一行的内容").doesNotContain(PenaltyFile.name(base + 1));
        assertThat(clerk.get(path + "/rows/99").statusCode()).isEqualTo(404);
    }

    @Test
    void manyRowsComeInPages() throws Exception {
        PenaltyFile file = penalties(base, 60);
        for (int row = 0; row < 60; row++) {
            file.set(row, "CF_JDRQ", "2026/02/30");
        }
        String path = settled(clerk.upload(PENALTY, "many.csv", file.text()));
        String first = clerk.get(path).body();
        assertThat(first).contains("第 51 行", "rel=\"next\"").doesNotContain("第 52 行");
        String second = clerk.get(path + "?rows=open&from=52").body();
        assertThat(second).contains("第 52 行", "第 61 行").doesNotContain("第 51 行", "rel=\"next\"");
    }

    @Test
    void deliveriesAreFoundOrderedAndTakenHomeByTheirAddress() throws Exception {
        settled(clerk.upload(PENALTY, "甲-寻找.csv", penalties(base, 1).text()));
        settled(clerk.upload(PENALTY, "乙-寻找.csv", penalties(base + 1, 2).text()));
        String found =
                clerk.get("/deliveries?file=%E7%94%B2-%E5%AF%BB%E6%89%BE").body();
        assertThat(found).contains("甲-寻找.csv", "共 1 条").doesNotContain("乙-寻找.csv");
        String byName =
                clerk.get("/deliveries?file=%E5%AF%BB%E6%89%BE&sort=file").body();
        assertThat(byName.indexOf("乙-寻找.csv")).isPositive().isLessThan(byName.indexOf("甲-寻找.csv"));
        assertThat(clerk.get("/deliveries?file=nothing-of-this").body()).contains("没有符合条件的内容", "清除条件");
        assertThat(clerk.get("/deliveries?sort=id%3BDROP&page=x").statusCode()).isEqualTo(400);

        HttpResponse<String> file = clerk.get("/deliveries?file=%E5%AF%BB%E6%89%BE&sort=file&export=csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"deliveries.csv\"");
        assertThat(file.body().lines()).hasSize(3).first().asString().contains("文件", "收到时间");
        ClerkVisits other = new ClerkVisits(port);
        other.signIn("ecology-clerk", PASSWORD);
        assertThat(other.get("/deliveries?file=%E5%AF%BB%E6%89%BE&source=" + market.id() + "&export=csv")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void refusedRowsAreMendedWhereTheyStand() throws Exception {
        PenaltyFile file = penalties(base, 3).set(0, "CF_JDRQ", "2026/02/30").set(1, "CF_JDRQ", "2026/02/31");
        String path = settled(clerk.upload(PENALTY, "退回.csv", file.text()));
        assertThat(clerk.get(path).body()).contains("href=\"" + path + "/mending\"");
        String form = clerk.get(path + "/mending").body();
        assertThat(form).contains("name=\"r2-CF_JDRQ\" value=\"2026/02/30\"", "name=\"r3-CF_JDRQ\"");
        HttpResponse<String> nothing = clerk.submit(path + "/mending", path + "/mending", "from=1");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("没有改动任何内容");

        HttpResponse<String> sent = clerk.submit(path + "/mending", path + "/mending", "from=1&r2-CF_JDRQ=2026-06-05");
        String mended = settled(sent);
        assertThat(clerk.get(mended).body()).contains("更正-", "退回.csv", "1 = 1 + 0 + 0 + 0 + 0");
        assertThat(clerk.get(path).body()).contains("3 = 1 + 0 + 0 + 2 + 0");

        ClerkVisits other = new ClerkVisits(port);
        other.signIn("ecology-clerk", PASSWORD);
        assertThat(other.get(path + "/mending").statusCode()).isEqualTo(404);
    }

    @Test
    void faultsOfTheFormLeadToTheirFieldsAndKeepWhatWasChosen() throws Exception {
        HttpResponse<String> noFile = clerk.upload(PENALTY, "", "");
        assertThat(noFile.statusCode()).isEqualTo(400);
        assertThat(noFile.body()).contains("role=\"alert\"", "href=\"#file\"", "请选择要报送的文件");
        assertThat(CHECKED_OPTION.matcher(noFile.body()).results().map(found -> found.group(1)))
                .contains(PENALTY);
        HttpResponse<String> noType = clerk.upload("", "some.csv", "x");
        assertThat(noType.statusCode()).isEqualTo(400);
        assertThat(noType.body()).contains("href=\"#type\"");
        assertThat(deliveries.ofSource(market.id(), 50))
                .noneMatch(delivery -> delivery.fileName().equals("some.csv"));
    }

    @Test
    void uploadWithoutTheTokenOfTheFormIsRefused() throws Exception {
        HttpResponse<String> forged = clerk.upload("/deliveries", PENALTY, "forged.csv", "x");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(deliveries.ofSource(market.id(), 50))
                .noneMatch(delivery -> delivery.fileName().equals("forged.csv"));
    }

    @Test
    void rejectedFileSaysWhyAndLeadsToTheTemplate() throws Exception {
        String path = settled(clerk.upload(PENALTY, "wrong.csv", "CF_WSH,多余的列\n1,2\n"));
        String page = clerk.get(path).body();
        assertThat(page).contains("整批退回", "“多余的列”列", "第 1 行", "请删去", "href=\"/templates/administrative-penalty\"");
        assertThat(clerk.get(path + "/errors.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void zeroReportIsConfirmed() throws Exception {
        HttpResponse<String> sent =
                clerk.submit("/deliveries", "/deliveries/zero-report", "zero-type=administrative-permit");
        assertThat(sent.statusCode()).isEqualTo(303);
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertThat(clerk.get(path).body()).contains("已办理零报告：行政许可");
        HttpResponse<String> nothing = clerk.submit("/deliveries", "/deliveries/zero-report", "zero-type=");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("href=\"#zero-type\"");
    }

    @Test
    void navigationLeadsSourcesToTheirDeliveriesAndNobodyElse() throws Exception {
        assertThat(clerk.get("/").body()).contains("href=\"/deliveries\"", "market-clerk");
        assertThat(new ClerkVisits(port).get("/").body()).doesNotContain("href=\"/deliveries\"");
    }

    @Test
    void templateOfEveryTypeIsTakenAsAFileWithoutRows() throws Exception {
        for (RecordType type : inForce.policy().recordTypes().values()) {
            String path = "/templates/" + type.id();
            assertThat(clerk.get(path).body()).contains(type.title().zh(), path + ".xlsx");
            HttpResponse<String> csv = clerk.get(path + ".csv");
            assertThat(csv.statusCode()).isEqualTo(200);
            HttpResponse<String> taken = server.deliver(
                    "type=" + type.id() + "&source=" + market.id(),
                    token("office"),
                    csv.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(ServerOfSources.json(taken)
                            .path("findings")
                            .valueStream()
                            .map(finding -> finding.path("code").asString()))
                    .as(type.id())
                    .containsExactly("file.header-only");
        }
        assertThat(clerk.get("/templates/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void templateWorkbookHasTheSameHeaderOnItsOnlySheet() throws Exception {
        byte[] bytes = server.download("/templates/administrative-penalty.xlsx", token("market"))
                .body();
        assertThat(ServerOfSources.json(
                                server.deliver("type=" + PENALTY + "&source=" + market.id(), token("office"), bytes))
                        .path("findings")
                        .valueStream()
                        .map(finding -> finding.path("code").asString()))
                .containsExactly("file.header-only");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheets()).hasSize(1);
            var header = workbook.getFirstSheet().read().getFirst();
            assertThat(header.getCellText(0)).isEqualTo("行政相对人名称");
            String csv = clerk.get("/templates/administrative-penalty.csv").body();
            assertThat(header.getCellCount()).isEqualTo(csv.split(",").length);
        }
    }
}
