package org.xinheng.server.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures for everybody, over HTTP. */
@SpringBootTest(classes = PortalFixture.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FiguresTest {

    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/json\" id=\"kinds-options\">(.*?)</script>", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Test
    void publicTotalsAreAtLeastTenAndOpenToNothing() {
        String body = Visit.to(port, "/figures").body();
        Matcher block = BLOCK.matcher(body);
        assertThat(block.find()).isTrue();
        JsonNode series = JsonMapper.shared().readTree(block.group(1)).path("series");
        assertThat(series.path(0).path("data")).isNotEmpty().allSatisfy(point -> {
            assertThat(point.path("value").asLong()).isGreaterThanOrEqualTo(10);
            assertThat(point.has("href")).isFalse();
        });
        String main = body.substring(body.indexOf("<main"), body.indexOf("</main"));
        assertThat(main).contains("不足 10", "61").doesNotContain("<a href", ">2</td>", ">1</td>");
    }

    @Test
    void onlyPagesWithChartsLoadTheLibrary() {
        assertThat(Visit.to(port, "/figures").links("/assets/echarts.")).hasSize(1);
        assertThat(Visit.to(port, "/").links("/assets/echarts.")).isEmpty();
        assertThat(Visit.to(port, "/lists").links("/assets/charts.")).isEmpty();
    }
}
