package org.xinheng.server.listing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Agenda;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.listing.Stage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Stages, acts and refusals have a sentence each in every language, and no sentence is left over. */
class ListingTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/messages/listing-steps.properties", "/messages/listing-steps_en.properties"})
    void everyCodeHasItsSentence(String bundle) throws IOException {
        var codes = new TreeSet<String>();
        Stream.of(Stage.values()).forEach(stage -> codes.add("stage." + lower(stage)));
        Stream.of(Act.Kind.values()).forEach(act -> codes.add("act." + lower(act)));
        Stream.of(Agenda.Kind.values()).forEach(kind -> codes.add("warning." + lower(kind)));
        Stream.of(Reason.values()).forEach(reason -> codes.add("refusal." + lower(reason)));

        var sentences = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream(bundle)), StandardCharsets.UTF_8)) {
            sentences.load(file);
        }
        var keys = sentences.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("field."))
                .toList();

        assertThat(keys).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void whyADecisionMakesNoRecordIsSaidInTheLanguageOfThePage() {
        String codes = "gate.list-term, number-taken, no-such-code, field.format";

        assertThat(ListingText.unfit(codes, Words.in(Language.CHINESE)))
                .contains("列入期限超过这一名单规定的最长期限", "文号已用于该主体的另一条信息", "不符合这类信息的填报要求")
                .doesNotContainPattern("[A-Za-z{]");
        assertThat(ListingText.unfit(codes, Words.in(Language.ENGLISH)))
                .contains("another record of the organisation")
                .doesNotContainPattern("[\\p{IsHan}{]");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
