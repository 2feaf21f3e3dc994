package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Words.of("en", Map.of()).bundle().getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(own("en")).isEqualTo(own("zh")).hasSizeGreaterThan(30);
    }

    @Test
    void chineseUnlessTheEnvironmentIsEnglish() {
        assertThat(Words.of(null, Map.of()).say("days.weekends", 2)).isEqualTo("跳过周末 2 天");
        assertThat(Words.of(null, Map.of("LANG", "C.UTF-8")).say("days.weekends", 2))
                .startsWith("跳过");
        assertThat(Words.of(null, Map.of("LANG", "en_US.UTF-8")).say("days.weekends", 2))
                .startsWith("Skipped");
        assertThat(Words.of("zh", Map.of("LANG", "en_US.UTF-8")).say("days.weekends", 2))
                .startsWith("跳过");
        assertThat(Words.of(null, Map.of("LANG", "en_US", "XINHENG_LANG", "zh")).say("days.weekends", 2))
                .startsWith("跳过");
    }

    private static java.util.Set<String> own(String language) {
        java.util.Properties properties = new java.util.Properties();
        String name = language.equals("en") ? "messages_en.properties" : "messages.properties";
        try (var in = Words.class.getResourceAsStream(name)) {
            properties.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }
}
