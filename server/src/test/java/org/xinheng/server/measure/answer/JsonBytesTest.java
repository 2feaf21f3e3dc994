package org.xinheng.server.measure.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand reads as JSON. */
class JsonBytesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "中文，〔2026〕",
                "\"quoted\" \\ back",
                "tab\tnewline\nnul\u0000bell\u0007",
                "é ÿ ߿ ࠀ",
                "𠮷野家 😀",
                "</script>\u2028"
            })
    void textComesBackAsItWas(String text) {
        JsonNode read = JSON.readTree(
                new JsonBytes().open().text("member", text).close().toBytes());

        assertThat(read.path("member").asString()).isEqualTo(text);
    }

    @Test
    void halfACharacterBecomesTheSignForIt() {
        for (String half : new String[] {"a\uD842b", "\uDFB7", "a\uD842"}) {
            JsonNode read =
                    JSON.readTree(new JsonBytes().open().text("m", half).close().toBytes());
            assertThat(read.path("m").asString()).contains("\uFFFD").hasSameSizeAs(half);
        }
    }

    @Test
    void membersAndItemsArePartedByCommasAndNothingElse() {
        JsonBytes json = new JsonBytes()
                .open()
                .text("a", "1")
                .text("b", null)
                .number("c", -7)
                .flag("d", true)
                .open("e")
                .close()
                .openList("f")
                .value("x")
                .value("y")
                .open()
                .text("z", "")
                .close()
                .closeList()
                .openList("g")
                .closeList()
                .flag("h", false)
                .close();

        assertThat(new String(json.toBytes(), UTF_8))
                .isEqualTo("{\"a\":\"1\",\"b\":null,\"c\":-7,\"d\":true,\"e\":{},\"f\":[\"x\",\"y\",{\"z\":\"\"}],"
                        + "\"g\":[],\"h\":false}");
    }

    @Test
    void growsWithWhatIsSaid() {
        String lots = "长".repeat(50_000);
        JsonNode read = JSON.readTree(
                new JsonBytes().open().text("a", lots).text("b", lots).close().toBytes());

        assertThat(read.path("b").asString()).isEqualTo(lots);
    }
}
