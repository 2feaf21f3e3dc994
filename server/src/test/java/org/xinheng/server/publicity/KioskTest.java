package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The terminal of a service hall, touch by touch. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class KioskTest {

    @LocalServerPort
    private int port;

    private Visit get(String path) {
        return Visit.to(port, path);
    }

    @Test
    void aCodeIsTouchedCharacterByCharacter() {
        String typed = "";
        for (char touched : SampleRecords.CODE.toCharArray()) {
            Visit pad = get("/kiosk/code?typed=" + typed + "&key=" + touched);
            typed += touched;
            assertThat(pad.body()).contains("name=\"typed\" value=\"" + typed + "\"");
        }
        assertThat(get("/kiosk/code?typed=" + typed + "&key=9").body())
                .as("no more than 18")
                .contains("\"" + typed + "\"");
        assertThat(get("/kiosk/code?typed=91X&key=back").body()).contains("value=\"91\"");
        assertThat(get("/kiosk/code?typed=91X&key=clear").body()).contains("value=\"\"");
        Visit found = get("/kiosk/code?typed=" + typed + "&key=find");
        assertThat(found.status()).isEqualTo(303);
        assertThat(get(found.header("Location")).body())
                .contains("清泉食品", "行政许可", "class=\"qr\"", "虚假宣传")
                .doesNotContain("进货票据");
    }

    @Test
    void pagesEndThemselvesAndNobodyKeepsThem() {
        for (String path : new String[] {
            "/kiosk/code", "/kiosk/lists/administrative-permit", "/kiosk/organisations/" + SampleRecords.CODE
        }) {
            Visit page = get(path);
            assertThat(page.header("Refresh")).as(path).matches("\\d+; url=/kiosk");
            assertThat(page.body()).as("no order to a screen reader").doesNotContain("http-equiv");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Set-Cookie")).isEmpty();
            assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        }
        assertThat(get("/kiosk").header("Refresh")).as("the first page stays").isEmpty();
        assertThat(get("/en/kiosk/code").header("Refresh")).endsWith("url=/en/kiosk");
        assertThat(get("/kiosk/lists/evaluation-result").header("Refresh"))
                .as("nothing found")
                .isEmpty();
    }

    @Test
    void nobodysNumberAndWrongCodesAreNotLookedUp() {
        Visit person = get("/kiosk/code?typed=11010519491231002X&key=find");
        assertThat(person.status()).isEqualTo(303);
        assertThat(get(person.header("Location")).body()).contains("不查询自然人").doesNotContain("11010519491231002X");
        assertThat(get("/kiosk/code?typed=91&key=find").body()).contains("代码有误");
        assertThat(get("/kiosk/code?typed=%3Cscript%3E&key=find").body()).doesNotContain("<script>");
        assertThat(get("/kiosk/lists/evaluation-result").status()).isEqualTo(404);
    }
}
