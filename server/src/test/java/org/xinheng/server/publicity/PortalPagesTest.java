package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(home.body()).contains("信衡", "示例市公共信用信息平台", "行政许可", "<strong>61</strong>", "name=\"q\"");
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
                        "Public Credit Information Platform of Sample City",
                        "href=\"/en/lists/administrative-permit\"");
        assertThat(home.body()).contains("href=\"/\" lang=\"zh-CN\"");
        assertThat(get("/en/api/v1/none").status()).isEqualTo(404);
    }

    @Test
    void unknownAddressIsAPageForPeopleAndAProblemForPrograms() {
        assertThat(get("/none").status()).isEqualTo(404);
        assertThat(get("/none").body()).contains("没有找到这个页面").doesNotContain("Exception");
        assertThat(get("/en/none").body()).contains("There is no such page");
        Visit program = get("/api/v1/none");
        assertThat(program.status()).isEqualTo(404);
        assertThat(program.header("Content-Type")).startsWith("application/problem+json");
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
    void assetsAreCompressedAndKeptForEver() {
        String sheet = get("/").link("xinheng.");
        Visit asset = get(sheet);
        assertThat(asset.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(get("/assets/none.css").status()).isEqualTo(404);
    }
}
