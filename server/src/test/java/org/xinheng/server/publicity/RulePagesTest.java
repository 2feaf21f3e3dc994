package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.core.policy.Rule;

/** The rules are public: to read, to search, to download, each with its source and its other editions. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RulePagesTest {

    @LocalServerPort
    private int port;

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    @Test
    void theBookListsEveryRuleWithItsSource() {
        String book = get("/rules").body();

        assertThat(DemoCity.POLICY.rules()).hasSizeGreaterThan(300);
        for (Rule rule : DemoCity.POLICY.rules()) {
            assertThat(book).contains("href=\"/rules/" + rule.id() + "\"");
        }
        assertThat(book).contains("《信用修复管理办法》", DemoCity.POLICY.version());
    }

    @Test
    void aSearchFindsByTitleDocumentAndKind() {
        String found = get("/rules?q=%E7%AE%80%E6%98%93%E6%B3%A8%E9%94%80&kind=measure")
                .body();

        assertThat(found).contains("/rules/deregistration.severe").doesNotContain("/rules/market.licensing");
        assertThat(get("/rules?q=nothing-like-it").body()).contains("没有符合条件的规则");
    }

    @Test
    void aRuleSaysItsSourceAndItsOtherEditions() {
        Visit page = get("/rules/gate.administrative-penalty.windows.order-36");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "国家发展改革委令第36号",
                        "部门规章",
                        "national/gate/administrative-penalty.yaml:",
                        "/rules/gate.administrative-penalty.windows.order-58");
        assertThat(get("/en/rules/withdrawal").body()).contains("Withdrawal after a decision", "law");
        assertThat(get("/rules/no-such-rule").status()).isEqualTo(404);
    }

    @Test
    void theDownloadHasEveryRuleForPrograms() {
        Visit download = get("/rules.json");

        assertThat(download.header("Content-Type")).startsWith("application/json");
        assertThat(download.body())
                .contains("\"pack\":\"demo-city\"", "\"version\":\"" + DemoCity.POLICY.version() + "\"")
                .contains("\"id\":\"withdrawal\"", "\"level\":\"LAW\"", "\"from\":\"2021-07-15\"");
    }
}
