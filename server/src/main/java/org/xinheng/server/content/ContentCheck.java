package org.xinheng.server.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/**
 * Reads what somebody typed for the library: form, personal data, names without a record, records that are not shown. Looked at when it is
 * written and again when it is published, since records end and organisations are registered in between.
 */
public final class ContentCheck {

    private static final int LONGEST_TITLE = 120;
    private static final int SHORTEST_BODY = 20;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_CAPTION = 300;
    private static final int LONGEST_LINE = 128;
    private static final int MOST_MENTIONS = 50;

    private final NamesCheck names;
    private final Naming naming;

    ContentCheck(NamesCheck names, Naming naming) {
        this.names = names;
        this.naming = naming;
    }

    /** As typed, nothing of it checked. */
    public record Typed(
            @Nullable String title,
            @Nullable String body,
            @Nullable String caption,
            @Nullable String issuer,
            @Nullable String documentNumber,
            @Nullable String documentDate) {

        public static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        public static Typed of(Draft draft) {
            LocalDate day = draft.documentDate();
            return new Typed(
                    draft.title(),
                    draft.body(),
                    draft.caption(),
                    draft.issuer(),
                    draft.documentNumber(),
                    day == null ? null : day.toString());
        }
    }

    /**
     * What came of it.
     *
     * @param draft fit to be kept only where there are no faults
     * @param faults field → sentence
     * @param known records that it speaks of, by address
     */
    public record Read(Draft draft, Map<String, String> faults, Map<String, Naming.Known> known) {}

    public Read read(Typed typed, ContentKind kind, Words words) {
        FormCheck form = new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(naming.policy().codes())));
        boolean policy = kind == ContentKind.POLICY;
        Draft draft = new Draft(
                form.reason("title", typed.title(), 4, LONGEST_TITLE),
                form.reason("body", typed.body(), SHORTEST_BODY, LONGEST_BODY),
                optional(form, "caption", typed.caption(), LONGEST_CAPTION),
                policy ? form.line("issuer", typed.issuer(), LONGEST_LINE) : "",
                policy ? form.line("documentNumber", typed.documentNumber(), LONGEST_LINE) : "",
                policy ? form.day("documentDate", typed.documentDate()) : null);
        if (policy && (typed.documentDate() == null || typed.documentDate().isBlank())) {
            form.wrong("documentDate", words.say(ContentText.FORM_DATE_MISSING));
        }
        if (form.namesPerson()) {
            form.wrong("body", words.say(ContentText.FORM_PERSON));
        }
        free(form, "title", draft.title(), words);
        free(form, "body", draft.body(), words);
        free(form, "caption", draft.caption(), words);
        Map<String, Naming.Known> known = mentions(form, draft, words);
        return new Read(draft, form.faults(), known);
    }

    private static String optional(FormCheck form, String field, @Nullable String typed, int longest) {
        return typed == null || typed.isBlank() ? "" : form.reason(field, typed, 1, longest);
    }

    /** Names and codes without a record behind them. */
    private void free(FormCheck form, String field, String text, Words words) {
        List<String> places = new ArrayList<>();
        for (NamesCheck.FreeName name : names.find(text, naming.policy())) {
            places.add(words.say(ContentText.FORM_FREE_PLACE, name.line(), name.column(), name.text()));
        }
        if (!places.isEmpty()) {
            form.wrong(field, words.say(ContentText.FORM_FREE, String.join(words.say(ContentText.FORM_AND), places)));
        }
    }

    /** Records that are not there, or not shown. */
    private Map<String, Naming.Known> mentions(FormCheck form, Draft draft, Words words) {
        var addresses = Mentions.addresses(draft);
        if (addresses.size() > MOST_MENTIONS) {
            form.tooMany("body", MOST_MENTIONS);
            return Map.of();
        }
        Map<String, Naming.Known> known = naming.known(addresses);
        List<String> unknown = addresses.stream()
                .filter(address -> !known.containsKey(address))
                .toList();
        if (!unknown.isEmpty()) {
            form.wrong("body", words.say(ContentText.FORM_NO_RECORD, String.join(" · ", unknown)));
        }
        return known;
    }
}
