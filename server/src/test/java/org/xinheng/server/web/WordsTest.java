package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class WordsTest {

    private static final Pattern FACT = Pattern.compile("\\{\\d}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Every enum of texts in the server: one that is added is tested without being named here. */
    private static List<Class<?>> texts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Text.class));
        return scanner.findCandidateComponents("org.xinheng.server").stream()
                .<Class<?>>map(
                        found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everySentenceExistsInBothLanguagesAndNoneIsLeftOver() {
        assertThat(texts()).isNotEmpty();
        Map<String, Set<String>> keysOf = new TreeMap<>();
        for (Class<?> type : texts()) {
            for (Object constant : type.getEnumConstants()) {
                keysOf.computeIfAbsent(((Text) constant).bundle(), _ -> new TreeSet<>())
                        .add(((Text) constant).key());
            }
        }
        return keysOf.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> complete(one.getKey(), one.getValue())))
                .toList();
    }

    private static void complete(String bundle, Set<String> keys) {
        Map<String, String> chinese = Words.load(bundle, Language.CHINESE);
        Map<String, String> english = Words.load(bundle, Language.ENGLISH);
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        chinese.forEach((key, sentence) -> assertThat(facts(Objects.requireNonNull(english.get(key))))
                .as(key)
                .isEqualTo(facts(sentence)));
        english.forEach((key, sentence) -> {
            if (!key.equals(ShellText.LANGUAGE_OTHER.key())) {
                assertThat(HAN.matcher(sentence.replaceAll("[（(].*?[）)]", "")).find())
                        .as(key)
                        .isFalse();
            }
        });
    }

    private static Set<String> facts(String sentence) {
        Set<String> facts = new HashSet<>();
        FACT.matcher(sentence).results().forEach(found -> facts.add(found.group()));
        return facts;
    }

    @Test
    void factThatLooksLikeAPlaceForOneStaysText() {
        assertThat(Words.in(Language.CHINESE).say(ShellText.FOOTER_LEAD, "{0}{1}"))
                .isEqualTo("牵头单位：{0}{1}");
    }
}
