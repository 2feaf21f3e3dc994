package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of organisations and the acts of the administration, over HTTP. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicListsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryPublicRecords records;

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    @Test
    void severeListsShowWhoIsListedWhoDecidedAndHowToGetOff() {
        Visit shelf = get("/severe-lists");
        assertThat(shelf.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(shelf.body())
                .contains("严重失信主体名单公示", "<strong>1</strong>", "外埠远山建材", "怎样移出", "/severe-lists/severe-tax")
                .doesNotContain("红黑榜", "红榜", "黑榜", "黑名单");
        Visit list = get("/severe-lists/severe-wage-arrears");
        assertThat(list.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(list.body())
                .contains("外埠远山建材（集团）有限公司", "/records/" + SampleRecords.LISTED, "2029年")
                .contains("怎样移出", "列入满 6 个月后可以申请提前移出", "已支付拖欠工资", "列入情形", "陈述、申辩");
        assertThat(get("/en/severe-lists/severe-wage-arrears").body())
                .contains("How to get off the list", "Wages paid", "6 months");
    }

    @Test
    void entryStandsOnItsOwnListOnly() {
        assertThat(get("/severe-lists/severe-tax").body()).contains("目前没有在列的组织").doesNotContain("远山建材");
        assertThat(get("/severe-lists/honour-tax-a").status())
                .as("another nature")
                .isEqualTo(404);
        assertThat(get("/severe-lists/watch").status()).as("internal").isEqualTo(404);
    }

    @Test
    void endedListingIsOffTheListAndItsRecordIsGone() {
        assertThat(get("/severe-lists/severe-work-safety").body()).contains("目前没有在列的组织");
        Visit record = get("/records/" + SampleRecords.LISTED_ONCE);
        assertThat(record.status()).isEqualTo(410);
        assertThat(record.body()).doesNotContain("清泉", "安全生产");
    }

    @Test
    void revokedListingIsOffEveryPageAtOnce() {
        records.withdraw(SampleRecords.LISTED, "列入决定已被撤销。");
        try {
            assertThat(get("/severe-lists").body()).doesNotContain("远山建材");
            assertThat(get("/severe-lists/severe-wage-arrears").body()).doesNotContain("远山建材");
            assertThat(get("/records/" + SampleRecords.LISTED).status()).isEqualTo(410);
        } finally {
            records.reinstate(SampleRecords.LISTED);
        }
    }

    @Test
    void honoursAreIndexedAndStandByThemselves() {
        Visit shelf = get("/honours");
        assertThat(shelf.header("X-Robots-Tag")).isEmpty();
        assertThat(shelf.body()).contains("守信典型", "清泉食品", "2027年").doesNotContain("远山建材", "红榜");
        assertThat(get("/honours/honour-tax-a").body()).contains("清泉食品");
        assertThat(get("/honours/honour-customs").body()).contains("目前没有在列的组织");
    }

    @Test
    void actsOpenPermitsPenaltiesAndEveryOtherAct() {
        Visit acts = get("/acts");
        assertThat(acts.body())
                .contains("双公示", "/lists/administrative-permit", "/lists/administrative-penalty", "<strong>61</strong>")
                .contains("/lists/administrative-confirmation", "/lists/administrative-inspection")
                .doesNotContain("/lists/honour", "/lists/severe-list");
    }

    @Test
    void everyFigureOfTheFirstPageOpensToItsRows() {
        Visit home = get("/");
        assertThat(home.links("/lists/"))
                .contains("/lists/severe-list", "/lists/honour", "/lists/administrative-permit");
        home.links("/lists/").forEach(list -> assertThat(get(list).status()).isEqualTo(200));
    }

    @Test
    void sourcesOfRulesCanBeReadAndLeadToTheirRules() {
        Visit sources = get("/rules/sources");
        assertThat(sources.status()).isEqualTo(200);
        assertThat(sources.body()).contains("规则出处", "36号");
        assertThat(get(sources.link("/rules?q=")).body()).contains("/rules/");
    }
}
