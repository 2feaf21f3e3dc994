package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.xinheng.core.record.Finding;

/** The sentences of findings, with their facts in place. */
final class FindingWords {

    private static final Properties CHINESE = load("/messages/findings.properties");
    private static final Properties ENGLISH = load("/messages/findings_en.properties");

    private FindingWords() {}

    private static Properties load(String file) {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(FindingWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Both sentences say something, with every fact filled in. */
    static void requireSaid(Finding finding) {
        for (var bundle : new Properties[] {CHINESE, ENGLISH}) {
            var sentence = bundle.getProperty("finding." + finding.code());
            assertThat(sentence).as(finding.code()).isNotBlank();
            var advised = sentence.replace("{advice}", bundle == CHINESE ? "{zh}" : "{en}");
            assertThat(finding.fill(advised)).doesNotContainPattern("\\{[a-z]+}");
        }
    }

    static void requireSaid(FileFinding finding) {
        requireSaid(new Finding(finding.code(), Finding.Weight.REFUSAL, null, finding.facts(), finding.rule()));
    }

    static void requireSaid(String code) {
        requireSaid(new Finding(code, Finding.Weight.REFUSAL, null, Map.of(), null));
    }
}
