package org.xinheng.server.listing.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was typed or sent, raw; which fields count depends on the act.
 *
 * @param act kind of the act
 * @param seen number of the last step that the sender saw
 * @param on day on the paper; blank for today
 * @param shown numbers of the conditions that are proved, the first being 0
 */
public record TypedAct(
        @Nullable String act,
        @Nullable String seen,
        @Nullable String on,
        @Nullable String document,
        @Nullable String reasons,
        @Nullable String verdict,
        @Nullable String until,
        @Nullable String form,
        @Nullable String words,
        @Nullable String last,
        @Nullable String given,
        @Nullable String held,
        @Nullable String time,
        @Nullable String place,
        @Nullable String minutes,
        @Nullable List<String> shown,
        @Nullable String proof,
        @Nullable String fell,
        @Nullable String granted) {

    static final TypedAct NOTHING = new TypedAct(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** What stands in a field, as typed. */
    public String value(String field) {
        String typed = switch (field) {
            case "on" -> on;
            case "document" -> document;
            case "reasons" -> reasons;
            case "verdict" -> verdict;
            case "until" -> until;
            case "form" -> form;
            case "words" -> words;
            case "last" -> last;
            case "given" -> given;
            case "held" -> held;
            case "time" -> time;
            case "place" -> place;
            case "minutes" -> minutes;
            case "proof" -> proof;
            case "fell" -> fell;
            case "granted" -> granted;
            default -> throw new IllegalArgumentException(field);
        };
        return typed == null ? "" : typed;
    }

    public boolean shows(int condition) {
        return shown != null && shown.contains(Integer.toString(condition));
    }
}
