package org.xinheng.server.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages with the same facts in it, and somebody says it. */
class BundlesTest {

    private static final String ENGLISH = "_en.properties";
    private static final Pattern PLACE = Pattern.compile("\\{([^}']*)}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** A key, or a beginning or an end of one, as it stands in quotes or as the name of an enum constant. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

    private static final Map<String, SourceFile> FILES =
            SourceFile.main(".properties").stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));

    private static final Set<String> SAID = said();

    static Stream<String> bundles() {
        return FILES.keySet().stream().filter(path -> !path.endsWith(ENGLISH)).sorted();
    }

    private static String english(String bundle) {
        return bundle.replace(".properties", ENGLISH);
    }

    private static Properties words(String path) {
        var words = new Properties();
        try {
            words.load(new StringReader(
                    FILES.getOrDefault(path, new SourceFile(path, "")).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Set<String> said() {
        var words = new HashSet<String>();
        for (var file : SourceFile.main(".java", ".jte", ".yaml", ".json")) {
            var text = file.path().endsWith(".java") ? file.code() : file.text();
            WORD.matcher(text).results().map(MatchResult::group).forEach(word -> {
                words.add(word);
                if (word.equals(word.toUpperCase(java.util.Locale.ROOT))) {
                    words.add(word.toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
                    words.add(word.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                }
            });
        }
        return words;
    }

    @Test
    void everyBundleHasItsPair() {
        assertThat(bundles()).hasSizeGreaterThan(8);
        assertThat(FILES.keySet().stream().filter(path -> path.endsWith(ENGLISH)))
                .containsExactlyInAnyOrderElementsOf(
                        bundles().map(BundlesTest::english).toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyStandsInBothLanguages(String bundle) {
        assertThat(words(english(bundle)).stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(words(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyStandsTwice(String bundle) {
        for (var path : List.of(bundle, english(bundle))) {
            var keys = FILES.getOrDefault(path, new SourceFile(path, ""))
                    .text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("#") && line.matches("[A-Za-z0-9_.-]+\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip());
            assertThat(keys).as(path).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesTellTheSameFacts(String bundle) {
        var chinese = words(bundle);
        var english = words(english(bundle));
        for (var key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key, ""))).as(key).isEqualTo(places(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceIsEmptyOrInTheOtherLanguage(String bundle) {
        var chinese = words(bundle);
        var english = words(english(bundle));
        for (var key : chinese.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key, "")).as(key).isNotBlank();
        }
        assertThat(chinese.values())
                .anyMatch(sentence -> HAN.matcher(sentence.toString()).find());
        assertThat(english.values().stream()
                        .filter(sentence -> HAN.matcher(sentence.toString()).find()))
                .as("English with a whole clause of Chinese")
                .noneMatch(sentence -> Pattern.compile("[\\p{IsHan}，。]{12}")
                        .matcher(sentence.toString())
                        .find());
    }

    /** The code says the whole key, or puts it together from a beginning and an end that both stand somewhere. */
    @ParameterizedTest
    @MethodSource("bundles")
    void somebodySaysEverySentence(String bundle) {
        assertThat(words(bundle).stringPropertyNames().stream().filter(key -> !isSaid(key)))
                .as("sentences that nobody says")
                .isEmpty();
    }

    private static boolean isSaid(String key) {
        if (SAID.contains(key) || isOfPicocli(key)) {
            return true;
        }
        for (int cut = key.indexOf('.'); cut >= 0; cut = key.indexOf('.', cut + 1)) {
            if (SAID.contains(key.substring(0, cut + 1)) && isEnd(key.substring(cut + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The rest may carry an ending of its own, such as {@code .title} behind a status. */
    private static boolean isEnd(String rest) {
        if (SAID.contains(rest)) {
            return true;
        }
        int dot = rest.lastIndexOf('.');
        return dot > 0
                && SAID.contains(rest.substring(dot))
                && !rest.substring(0, dot).isEmpty();
    }

    /** Picocli asks by itself for the parts of its help. */
    private static boolean isOfPicocli(String key) {
        return key.startsWith("usage.") || key.contains(".usage.") || key.equals("helpCommand");
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
