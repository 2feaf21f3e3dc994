package org.xinheng.server.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.core.record.TypedText;
import org.xinheng.core.record.TypedText.Fit;
import org.xinheng.core.record.TypedText.Unfit;
import org.xinheng.server.access.ApiProblem;

/**
 * What somebody typed into a form or sent as JSON, read field by field; what is wrong is told beside its field, all at once
 * (表单校验). Serves one request.
 */
public final class FormCheck {

    private static final String FIELDS = "fields";

    private final Words words;
    private final FreeTextMasking masking;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Set<String> naming = new LinkedHashSet<>();

    public FormCheck(Words words, FreeTextMasking masking) {
        this.words = words;
        this.masking = masking;
    }

    /** A reason that others will read; empty when it is unfit. */
    public String reason(String field, @Nullable String typed, int shortest, int longest) {
        return reason(field, typed, shortest, longest, _ -> false);
    }

    /** @param own whether digits belong to a document number that stands beside it */
    public String reason(String field, @Nullable String typed, int shortest, int longest, Predicate<String> own) {
        return take(field, TypedText.reason(typed == null ? "" : typed, shortest, longest, masking, own));
    }

    /** One line that names a thing, such as the number of a document; empty when it is unfit. */
    public String line(String field, @Nullable String typed, int longest) {
        return take(field, TypedText.line(typed == null ? "" : typed, longest, masking));
    }

    private String take(String field, TypedText read) {
        return switch (read) {
            case Fit fit -> {
                if (fit.namesPerson()) {
                    naming.add(field);
                }
                yield fit.text();
            }
            case Unfit unfit -> {
                wrong(field, sentence(unfit));
                yield "";
            }
        };
    }

    /** More entries than the field takes. */
    public void tooMany(String field, int most) {
        wrong(field, words.say(FormText.FORM_MANY, most));
    }

    private String sentence(Unfit unfit) {
        return words.say(
                switch (unfit.fault()) {
                    case BLANK -> FormText.FORM_BLANK;
                    case TOO_SHORT -> FormText.FORM_SHORT;
                    case TOO_LONG -> FormText.FORM_LONG;
                    case CHARACTER -> FormText.FORM_CHARACTER;
                    case PERSONAL -> FormText.FORM_PERSONAL;
                },
                unfit.limit());
    }

    /** A day that may be left out and may not lie after today. */
    public @Nullable LocalDate pastDay(String field, @Nullable String typed, LocalDate today) {
        LocalDate day = day(field, typed);
        if (day != null && day.isAfter(today)) {
            wrong(field, words.say(FormText.FORM_DAY_FUTURE, day));
            return null;
        }
        return day;
    }

    /** A day that may be left out. */
    public @Nullable LocalDate day(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        LocalDate day = Formats.typedDay(typed).orElse(null);
        if (day == null) {
            wrong(field, words.say(FormText.FORM_DAY, shortened(typed)));
        }
        return day;
    }

    private static String shortened(String typed) {
        String text = typed.strip().replaceAll("\\p{Cntrl}", "");
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** Something that must be one of these; empty when it is none. */
    public String choice(String field, @Nullable String typed, Map<String, String> titlesByValue) {
        String value = typed == null ? "" : typed.strip();
        if (titlesByValue.containsKey(value)) {
            return value;
        }
        String values = String.join(
                " · ",
                titlesByValue.entrySet().stream()
                        .map(choice -> choice.getKey() + " " + choice.getValue())
                        .toList());
        wrong(field, words.say(FormText.FORM_CHOICE, values));
        return "";
    }

    public void wrong(String field, Text sentence) {
        wrong(field, words.say(sentence));
    }

    public void wrong(String field, String sentence) {
        faults.putIfAbsent(field, sentence);
    }

    /** Whether a reason seems to name a person: to be looked at again before it goes out. */
    public boolean namesPerson() {
        return !naming.isEmpty();
    }

    /** What goes out as it is written may name no person: told beside each field that seems to. */
    public void namesNobody(Text sentence) {
        naming.forEach(field -> wrong(field, sentence));
    }

    public boolean failed() {
        return !faults.isEmpty();
    }

    /** Field → sentence, in the order of the form. */
    public Map<String, String> faults() {
        return new LinkedHashMap<>(faults);
    }

    /** The faults for a program, as problem details with {@code errors}. */
    public ApiProblem problem() {
        List<Map<String, String>> errors = faults.entrySet().stream()
                .map(fault -> Map.of("field", fault.getKey(), "message", fault.getValue()))
                .toList();
        return ApiProblem.of(
                        HttpStatus.BAD_REQUEST,
                        FIELDS,
                        words.say(FormText.FORM_ERRORS),
                        String.join(
                                " ",
                                faults.entrySet().stream()
                                        .map(fault -> fault.getKey() + ": " + fault.getValue())
                                        .toList()))
                .with("errors", errors);
    }
}
