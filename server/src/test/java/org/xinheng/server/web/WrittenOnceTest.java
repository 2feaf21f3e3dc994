package org.xinheng.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WrittenOnceTest {

    private final WrittenOnce once = new WrittenOnce();
    private final AtomicInteger laidOut = new AtomicInteger();

    private String read(Language language) {
        Content part = output -> {
            laidOut.incrementAndGet();
            output.writeUserContent(language.tag());
        };
        HtmlBytes page = new HtmlBytes();
        page.writeContent("<p>");
        once.in(language, part).writeTo(page);
        return new String(page.copy(), UTF_8);
    }

    @Test
    void laysOutOnceForAllWhoReadOneLanguage() {
        assertThat(read(Language.CHINESE)).isEqualTo("<p>zh-CN");
        assertThat(read(Language.CHINESE)).isEqualTo("<p>zh-CN");
        assertThat(laidOut).hasValue(1);
        assertThat(read(Language.ENGLISH)).isEqualTo("<p>en");
        assertThat(laidOut).hasValue(2);
    }
}
