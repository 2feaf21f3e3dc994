package org.xinheng.server.measure.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The component for pages of approval systems, at an address that stays: with the words of both languages in it, and nothing of anybody.
 */
@Controller
@OpenToAll
class EmbedController {

    private static final String WORDS = "'@WORDS@'";
    private static final Duration KEPT = Duration.ofHours(1);

    private final byte[] script;
    private final byte[] style;

    EmbedController(JsonMapper json) {
        Map<String, Map<String, String>> words = Map.of("zh", words(Language.CHINESE), "en", words(Language.ENGLISH));
        script = read("/embed/check.js")
                .replace(WORDS, json.writeValueAsString(words))
                .getBytes(StandardCharsets.UTF_8);
        style = read("/embed/check.css").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> words(Language language) {
        Words words = Words.in(language);
        Map<String, String> said = new TreeMap<>();
        Stream<Text> own = Arrays.stream(CheckWidgetText.values());
        Stream<Text> outcomes = Arrays.stream(CheckOutcome.values()).map(CheckText::of);
        Stream<Text> states = Arrays.stream(Organisation.State.values()).map(CheckPageText::of);
        Stream.of(own, outcomes, states, Stream.of(CheckText.NOTICE))
                .flatMap(texts -> texts)
                .forEach(text -> said.put(text.key(), words.say(text)));
        return said;
    }

    private static String read(String place) {
        try (InputStream in = EmbedController.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("no asset at " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/embed/check.js")
    ResponseEntity<byte[]> script() {
        return answer("text/javascript;charset=utf-8", script);
    }

    @GetMapping("/embed/check.css")
    ResponseEntity<byte[]> style() {
        return answer("text/css;charset=utf-8", style);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, type)
                // Pages of other sites take it: it says nothing that depends on who asks.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(content);
    }
}
