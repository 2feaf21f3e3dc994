package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address with something variable in it among those whose pattern begins with the same word. Spring judges
 * method, parameters and headers of every endpoint before its path, and there are some hundred of them: it was two fifths of the work
 * on the page of an organisation. What is found is the same; where none or several match, Spring itself decides.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {

    /** Stands for every first word. */
    private static final String ANY = "*";

    /** Laid out when all endpoints are known, read only afterwards. */
    private final Map<String, List<Endpoint>> byFirstWord = new HashMap<>();

    private List<Endpoint> underAnyWord = List.of();

    private record Endpoint(RequestMappingInfo mapping, HandlerMethod method) {}

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods()
                .forEach((mapping, method) -> firstWords(mapping)
                        .forEach(word -> byFirstWord
                                .computeIfAbsent(word, _ -> new ArrayList<>())
                                .add(new Endpoint(mapping, method))));
        underAnyWord = byFirstWord.getOrDefault(ANY, List.of());
        byFirstWord.forEach((word, endpoints) -> {
            if (!word.equals(ANY)) {
                endpoints.addAll(underAnyWord);
            }
        });
    }

    private static Set<String> firstWords(RequestMappingInfo mapping) {
        Set<String> words = new HashSet<>();
        for (String pattern : mapping.getPatternValues()) {
            String word = firstWord(pattern);
            words.add(word.chars().anyMatch(letter -> "{*?".indexOf(letter) >= 0) ? ANY : word);
        }
        return words.contains(ANY) ? Set.of(ANY) : words;
    }

    private static String firstWord(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? path : path.substring(1, end < 0 ? path.length() : end);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        Endpoint only = isPlain(path) ? onlyMatch(path, request) : null;
        if (only == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
        handleMatch(only.mapping(), lookupPath, request);
        return only.method();
    }

    /** The one endpoint that matches, narrowed to what of it does; null when there is none or more than one. */
    private @Nullable Endpoint onlyMatch(String path, HttpServletRequest request) {
        Endpoint only = null;
        for (Endpoint endpoint : byFirstWord.getOrDefault(firstWord(path), underAnyWord)) {
            RequestMappingInfo match = getMatchingMapping(endpoint.mapping(), request);
            if (match != null && only != null) {
                return null;
            }
            only = match == null ? only : new Endpoint(match, endpoint.method());
        }
        return only;
    }

    /** An address with encoded characters or path parameters is another one when decoded: only Spring compares it. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }
}
