package org.xinheng.server.voluntary.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.VoluntaryKind;
import org.xinheng.server.voluntary.VoluntaryFact.Content;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Words;

/** Reads a fact that was typed; what is wrong is told beside its field. Facts about natural persons are refused. */
final class FactReading {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NUMBER = 64;
    private static final int SHORTEST_CONTENT = 5;
    private static final int LONGEST_CONTENT = 1000;
    private static final int LONGEST_KEY = 64;

    private final FormCheck check;
    private final VoluntaryDesk desk;
    private final Words words;

    FactReading(FormCheck check, VoluntaryDesk desk, Words words) {
        this.check = check;
        this.desk = desk;
        this.words = words;
    }

    /** Empty when something is wrong. */
    Optional<Content> read(TypedFact typed) {
        String kind = check.choice("kind", typed.kind(), kinds());
        String title = check.reason("title", typed.title(), 1, LONGEST_LINE);
        String number = blank(typed.number()) ? "" : check.line("number", typed.number(), LONGEST_NUMBER);
        String issuer = check.reason("issuer", typed.issuer(), 1, LONGEST_LINE);
        LocalDate issued = check.pastDay("issuedOn", typed.issuedOn(), desk.today());
        LocalDate valid = check.day("validTo", typed.validTo());
        if (valid != null && valid.isBefore(desk.today())) {
            check.wrong("validTo", words.say(VoluntaryText.FAULT_OVER, valid));
        }
        if (valid != null && issued != null && valid.isBefore(issued)) {
            check.wrong("validTo", words.say(VoluntaryText.FAULT_ORDER));
        }
        String content = check.reason("words", typed.words(), SHORTEST_CONTENT, LONGEST_CONTENT);
        check.namesNobody(FormText.FORM_PERSON_REFUSED);
        if (!typed.ticked()) {
            check.wrong("truth", words.say(VoluntaryText.FAULT_TRUTH));
        }
        return check.failed()
                ? Optional.empty()
                : Optional.of(new Content(kind, title, number, issuer, issued, valid, content));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Id → title of the kinds that can be filed. */
    Map<String, String> kinds() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (VoluntaryKind kind : desk.kinds()) {
            titles.put(kind.id(), words.say(kind.rule().title()));
        }
        return titles;
    }

    /** The key of the form that was sent, or a new one. */
    static String key(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.length() > LONGEST_KEY
                ? UUID.randomUUID().toString()
                : typed;
    }
}
