package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;

/** The portal over HTTP. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PortalPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryPublicRecords records;

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    @Test
    void homeSaysWhoseItIsAndWhatIsShown() {
        Visit home = get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).contains("信衡", "澜衡市公共信用信息平台", "行政许可", "<strong>61</strong>", "name=\"q\"");
        assertThat(home.header("Content-Language")).isEqualTo("zh-CN");
    }

    @Test
    void homeIsIndexedAndThereforeNamesNoPenalisedParty() {
        Visit home = get("/");
        assertThat(home.header("X-Robots-Tag")).isEmpty();
        assertThat(home.body()).contains("超限运输").doesNotContain("远山建材");
    }

    @Test
    void englishStandsInThePath() {
        Visit home = get("/en");
        assertThat(home.body())
                .contains(
                        "lang=\"en\"",
                        "Lanheng public credit information platform",
                        "href=\"/en/lists/administrative-permit\"");
        assertThat(home.body()).contains("href=\"/\" lang=\"zh-CN\"");
        assertThat(get("/en/api/v1/none").status()).isEqualTo(404);
    }

    @Test
    void unknownAddressIsAPageThatSaysWhatToDo() {
        assertThat(get("/none").status()).isEqualTo(404);
        assertThat(get("/none").body()).contains("没有找到这个页面").doesNotContain("Exception");
        assertThat(get("/en/none").body()).contains("There is no such page");
    }

    @Test
    void databaseAwayIsSaidAndNeverLooksLikeNothingFound() {
        records.failWith(new DataAccessResourceFailureException("away"));
        try {
            Visit home = get("/");
            assertThat(home.status()).isEqualTo(503);
            assertThat(home.body()).contains("暂时无法读取数据").doesNotContain("away");
        } finally {
            records.failWith(null);
        }
    }

    @Test
    void faultIsACleanPage() {
        records.failWith(new IllegalStateException("secret detail"));
        try {
            Visit home = get("/en");
            assertThat(home.status()).isEqualTo(500);
            assertThat(home.body()).contains("Something broke on our side").doesNotContain("secret detail", "at org.");
        } finally {
            records.failWith(null);
        }
    }

    @Test
    void firstViewIsLight() {
        Visit home = get("/");
        int size = home.size();
        for (String asset : home.links("/assets/")) {
            size += get(asset).size();
        }
        assertThat(size).isLessThan(150_000);
    }

    @Test
    void assetsAreCompressedAndKeptForEver() {
        String sheet = get("/").link("xinheng.");
        Visit asset = get(sheet);
        assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(get("/assets/none.css").status()).isEqualTo(404);
    }

    @Test
    void wholeCodeLeadsStraightToItsOrganisation() {
        Visit search = get("/search?q=" + SampleRecords.CODE.toLowerCase(Locale.ROOT) + "%20");
        assertThat(search.status()).isEqualTo(303);
        assertThat(search.header("Location")).isEqualTo("/organisations/" + SampleRecords.CODE);
        assertThat(get("/en/search?q=" + SampleRecords.CODE).header("Location"))
                .isEqualTo("/en/organisations/" + SampleRecords.CODE);
    }

    @Test
    void partOfANameFindsTheOrganisation() {
        assertThat(get("/search?q=" + encoded("清泉")).body()).contains("澜衡市清泉食品有限公司", "找到 1 个组织");
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        assertThat(get("/search?q=" + encoded("没有这家")).body()).contains("没有找到符合的组织", "括号");
        String mistyped = SampleRecords.CODE.substring(0, 17) + (SampleRecords.CODE.endsWith("0") ? "1" : "0");
        assertThat(get("/search?q=" + mistyped).body()).contains("代码可能有误");
    }

    @Test
    void personsNumberIsNotLookedUpAndNotRepeated() {
        String number = "11010519491231002X";
        Visit search = get("/search?q=" + number);
        assertThat(search.body()).contains("不查询自然人");
        assertThat(search.body().replaceAll("/search\\?q=" + number, "")).doesNotContain(number);
    }

    @Test
    void searchedTextComesBackAsText() {
        Visit search = get("/search?q=" + encoded("<script>alert(1)</script>\"'"));
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.body()).doesNotContain("<script>alert").contains("&lt;script");
        assertThat(get("/search?q=" + encoded("一".repeat(5000))).status()).isIn(200, 400);
    }

    @Test
    void organisationPageTellsLawTermAndWaysOutOfAdverseRecords() {
        Visit page = get("/organisations/" + SampleRecords.CODE);
        assertThat(page.body())
                .contains("澜衡市清泉食品有限公司", "澜衡市清泉饮料厂", "昕澜区", "存续")
                .contains("虚假宣传", "《中华人民共和国反不正当竞争法》第二十条", "2026年6月15日 至 2027年6月14日")
                .contains("最早可修复日期", "2026年9月15日", "待认定机关确认", "提出异议", "申请信用修复")
                .doesNotContain("未按规定保存进货票据");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void organisationPageIsCutAndCanBeShownWhole() {
        assertThat(get("/organisations/" + SampleRecords.CODE).body()).contains("显示最近 20 条，共 61 条");
        assertThat(get("/organisations/" + SampleRecords.CODE + "?all=administrative-permit")
                        .body())
                .doesNotContain("显示最近");
    }

    @Test
    void stubIsMarked() {
        assertThat(get("/organisations/" + SampleRecords.STUB_CODE).body()).contains("外地主体，登记信息待核");
    }

    @Test
    void otherSpellingOfACodeLeadsToTheOneAddress() {
        assertThat(get("/organisations/" + SampleRecords.CODE.toLowerCase(Locale.ROOT))
                        .header("Location"))
                .isEqualTo("/organisations/" + SampleRecords.CODE);
        assertThat(get("/organisations/none").status()).isEqualTo(404);
    }

    @Test
    void recordPageShowsPublicFieldsOnlyAndWhyItIsShown() {
        Visit page = get("/records/" + SampleRecords.FINE);
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.body())
                .contains("noindex", "2 万元（20,000 元）", "罚款", "依据：", "按对当事人较有利的一级")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>", "CF_GSJZQ", "公示截止期", "2030年1月1日");
        assertThat(get("/records/" + SampleRecords.PERMIT).header("X-Robots-Tag"))
                .isEmpty();
        assertThat(get("/records/" + SampleRecords.PERMIT).body()).contains("长期");
    }

    @Test
    void recordAddressCarriesNeitherCodeNorNumber() {
        String list = get("/lists/administrative-penalty").body();
        assertThat(list).contains("/records/" + SampleRecords.FINE);
        assertThat(get("/records/" + SampleRecords.CODE).status()).isEqualTo(404);
    }

    @Test
    void endedRecordsAreGoneAndSayNothingOfThemselves() {
        Visit expired = get("/records/" + SampleRecords.EXPIRED);
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body()).contains("该地址下不再公示信息").doesNotContain("进货票据", "清泉");
    }

    @Test
    void withdrawnRecordSaysWhyAndClearsTheParty() {
        records.withdraw("p3", "原处罚决定认定事实有误，已撤销，当事人没有违法行为。");
        try {
            Visit withdrawn = get("/records/p3");
            assertThat(withdrawn.status()).isEqualTo(410);
            assertThat(withdrawn.body()).contains("当事人没有违法行为").doesNotContain("超限运输");
        } finally {
            records.reinstate("p3");
        }
    }

    @Test
    void listFiltersByAddressAndPages() {
        Visit list = get("/lists/administrative-permit?from=20250101&to=2025/12/31");
        String next = list.link("after=");
        assertThat(next).contains("from=20250101", "to=2025%2F12%2F31");
        assertThat(get(next).body()).contains("回到第一页");
        assertThat(get("/lists/administrative-permit?from=2027-01-01").body()).contains("没有符合条件的记录");
        assertThat(get("/lists/contract-performance").status()).isEqualTo(404);
    }

    @Test
    void directoryOpensEveryKindOfRecord() {
        Visit directory = get("/lists");
        assertThat(directory.body()).contains("公示目录", "/lists/administrative-permit", "/lists/administrative-penalty");
        assertThat(directory.body()).contains("424号");
    }

    @Test
    void unreadableDateComesBackWithWhatToWrite() {
        Visit list = get("/lists/administrative-permit?from=2026/02/30");
        assertThat(list.body()).contains("error-summary", "value=\"2026/02/30\"", "20260228", "href=\"#from\"");
    }

    @Test
    void guidesQuoteThePeriodsOfThePack() {
        assertThat(get("/repair").body()).contains("3 个月", "1 年", "10 个工作日", "信用修复");
        assertThat(get("/objection?record=" + SampleRecords.FINE).body())
                .contains("您来自这条记录", SampleRecords.AUTHORITY.name().zh(), "7 个工作日");
        assertThat(get("/en/about").body()).contains(DemoCity.POLICY.version());
        assertThat(get("/en/accessibility").status()).isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
