package org.xinheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.core.record.FindingCode;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowFault;

/** Every code that the checks can give has its sentence, in both languages, with the same facts in it. */
class FindingMessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
    private static final Properties CHINESE = load("/messages/findings.properties");
    private static final Properties ENGLISH = load("/messages/findings_en.properties");

    private static Properties load(String file) {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(FindingMessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
        return words;
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void codeHasItsSentenceInBothLanguagesWithFactsThatItReallyHas(FindingCode code) {
        String key = "finding." + code.code();
        assertThat(CHINESE.getProperty(key)).isNotBlank().endsWith("。");
        assertThat(ENGLISH.getProperty(key)).isNotBlank().endsWith(".");
        assertThat(code.facts()).containsAll(places(CHINESE.getProperty(key)));
        assertThat(places(ENGLISH.getProperty(key))).isEqualTo(places(CHINESE.getProperty(key)));
    }

    @ParameterizedTest
    @EnumSource(FileFault.class)
    void faultOfAFileHasItsSentenceAndSaysWhatToDo(FileFault fault) {
        hasSentences(fault.code(), fault.facts());
        assertThat(CHINESE.getProperty("finding." + fault.code())).contains("请");
    }

    @ParameterizedTest
    @EnumSource(RowFault.class)
    void faultOfARowHasItsSentence(RowFault fault) {
        hasSentences(fault.code(), fault.facts());
    }

    @ParameterizedTest
    @EnumSource(RowCause.class)
    void causeOfAnAnswerHasItsSentence(RowCause cause) {
        if (cause.code() != null) {
            hasSentences(cause.code(), List.of("row", "organisation"));
        }
    }

    /** Words of the pack come as the facts zh and en; the one of the reader's language is the advice. */
    private static void hasSentences(String code, List<String> facts) {
        String chinese = CHINESE.getProperty("finding." + code);
        String english = ENGLISH.getProperty("finding." + code);
        assertThat(chinese).isNotBlank();
        assertThat(english).isNotBlank();
        assertThat(facts).containsAll(places(chinese.replace("{advice}", facts.contains("zh") ? "{zh}" : "{advice}")));
        assertThat(places(english)).isEqualTo(places(chinese));
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void refusalAndHeldRecordSayWhatToDo(FindingCode code) {
        if (code.use() == FindingCode.Use.REFUSAL || code.code().startsWith("gate.no-")) {
            String sentence = CHINESE.getProperty("finding." + code.code());
            assertThat(sentence).containsAnyOf("请", "可填", "最多");
        }
    }

    @Test
    void bothBundlesHoldTheSameKeys() {
        assertThat(ENGLISH.stringPropertyNames()).isEqualTo(CHINESE.stringPropertyNames());
    }
}
