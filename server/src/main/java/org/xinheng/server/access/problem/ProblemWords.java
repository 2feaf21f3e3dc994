package org.xinheng.server.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** The sentences of problems; programs name their language in {@code Accept-Language}, Chinese unless it begins with English. */
final class ProblemWords {

    private static final String BUNDLE = "messages.problems";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.ROOT, EXACT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, EXACT);

    private ProblemWords() {}

    static String say(HttpServletRequest request, String key) {
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return (language != null && language.startsWith("en") ? ENGLISH : CHINESE).getString(key);
    }

    /** Key of a status that has words of its own, else of its kind. */
    static String key(HttpStatusCode status) {
        String own = "problem." + status.value();
        if (CHINESE.containsKey(own + ".title")) {
            return own;
        }
        return status.is4xxClientError() ? "problem.400" : "problem.500";
    }
}
