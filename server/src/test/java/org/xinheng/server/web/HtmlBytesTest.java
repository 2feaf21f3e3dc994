package org.xinheng.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlBytesTest {

    private static final String TEXT = "a<é·某单位“𠮷😀” ";

    private final HtmlBytes html = new HtmlBytes();

    @Test
    void writesWhatJavaWritesInUtf8() {
        html.writeContent(TEXT);
        assertThat(html.copy()).isEqualTo(TEXT.getBytes(UTF_8));
    }

    @Test
    void writesHalfACharacterAsJavaDoes() {
        String halves = "\ud842a\udfb7\ud842";
        html.writeContent(halves);
        assertThat(html.copy()).isEqualTo(halves.getBytes(UTF_8));
    }

    @Test
    void writesPartsAndBytesInTheirOrderHoweverMany() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            html.writeContent(TEXT, 1, 5);
            html.writeBinaryContent("<b>文</b>".getBytes(UTF_8));
            expected.append(TEXT, 1, 5).append("<b>文</b>");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        html.writeTo(out);
        assertThat(out.toString(UTF_8)).isEqualTo(expected.toString());
        assertThat(html.length()).isEqualTo(out.size());
    }
}
