package org.xinheng.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Title;

/**
 * The words of one language. A sentence takes facts at {@code {0}}, {@code {1}} …; quotes have no special meaning. Words come
 * from the bundles of the program, titles from the policy pack.
 */
public final class Words {

    private static final Words CHINESE = new Words(Language.CHINESE);
    private static final Words ENGLISH = new Words(Language.ENGLISH);

    private final Language language;
    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();
    private final Map<Text, String> known = new ConcurrentHashMap<>();

    private Words(Language language) {
        this.language = language;
    }

    public static Words in(Language language) {
        return language == Language.ENGLISH ? ENGLISH : CHINESE;
    }

    /** For programs: Chinese unless {@code Accept-Language} begins with English, as for problems. */
    public static Words accepted(@Nullable String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.startsWith("en") ? ENGLISH : CHINESE;
    }

    public Language language() {
        return language;
    }

    /** @throws IllegalStateException when the bundle has no such key: a test keeps all bundles complete */
    public String say(Text text, Object... facts) {
        // A page says some hundred sentences: the key of each is worked out once.
        String sentence = known.get(text);
        if (sentence == null) {
            sentence = find(text.bundle(), text.key());
            if (sentence == null) {
                throw new IllegalStateException("no " + text.key() + " in " + text.bundle() + " for " + language);
            }
            known.put(text, sentence);
        }
        return facts.length == 0 ? sentence : fill(sentence, facts);
    }

    /** Words of the pack. */
    public String say(Title title) {
        return title.in(language.locale());
    }

    /** A sentence whose key is only known at run time, such as a finding's code; null when there is none. */
    public @Nullable String find(String bundle, String key, Object... facts) {
        // A look first: computing locks even for what is there, and a page says some hundred sentences.
        Map<String, String> sentences = bundles.get(bundle);
        if (sentences == null) {
            sentences = bundles.computeIfAbsent(bundle, name -> load(name, language));
        }
        String sentence = sentences.get(key);
        return sentence == null || facts.length == 0 ? sentence : fill(sentence, facts);
    }

    /** Puts facts into a sentence in one pass, so that a fact that looks like a place for one stays text. */
    private static String fill(String sentence, Object... facts) {
        StringBuilder filled = new StringBuilder(sentence.length() + 32);
        int done = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', open + 1)) {
            int index = open + 2 < sentence.length() && sentence.charAt(open + 2) == '}'
                    ? sentence.charAt(open + 1) - '0'
                    : -1;
            if (index >= 0 && index < facts.length) {
                filled.append(sentence, done, open).append(facts[index]);
                done = open + 3;
            }
        }
        return filled.append(sentence, done, sentence.length()).toString();
    }

    /** All sentences of a bundle. */
    static Map<String, String> load(String bundle, Language language) {
        String file = "/messages/" + bundle + (language == Language.ENGLISH ? "_en" : "") + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no words at " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> words = new ConcurrentHashMap<>();
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
