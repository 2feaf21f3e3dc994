package org.xinheng.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.client.CheckResult.Why;

/** Reads answers strictly: what is not whole, or answers another question, is no answer. */
final class AnswerReading {

    private AnswerReading() {}

    static CheckResult read(String body, @Nullable String proof, CheckQuestion question) {
        try {
            return answer(body, proof, question);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new CheckResult.Unavailable(Why.MALFORMED, "not an answer to a check");
        }
    }

    private static CheckResult answer(String body, @Nullable String proof, CheckQuestion question) {
        Map<?, ?> json = object(Json.read(body));
        List<Answer.Measure> measures = new ArrayList<>();
        if (!(json.get("measures") instanceof List<?> listed)) {
            throw new IllegalArgumentException("measures");
        }
        listed.forEach(measure -> measures.add(measure(object(measure))));
        Answer answer = new Answer(
                text(json, "receiptId"),
                Instant.parse(text(json, "asOf")),
                json.get("validUntil") == null ? null : LocalDate.parse(text(json, "validUntil")),
                text(json, "code"),
                text(json, "matter"),
                measures,
                lookAlikes(json),
                body,
                proof);
        boolean ours = answer.matter().equals(question.matter().strip())
                && text(json, "caseNumber").equals(question.caseNumber().strip());
        String outcome = text(json, "outcome");
        boolean known = json.get("organisation") instanceof Map;
        if (!ours || !WrittenCode.names(answer.code(), question.code(), known)) {
            throw new IllegalArgumentException("another question");
        }
        if (answer.exercise() != saysExercise(json)) {
            throw new IllegalArgumentException("neither in earnest nor an exercise");
        }
        if (outcome.equals("HIT") == measures.isEmpty()) {
            throw new IllegalArgumentException("against itself");
        }
        return switch (outcome) {
            case "CLEAR" -> {
                if (!known) {
                    throw new IllegalArgumentException("clear of whom");
                }
                yield new CheckResult.Clear(answer);
            }
            case "HIT" -> new CheckResult.Hit(answer);
            case "UNKNOWN" -> new CheckResult.Unknown(answer);
            case "STALE" -> new CheckResult.Stale(answer);
            default -> throw new IllegalArgumentException("outcome");
        };
    }

    private static List<Answer.LookAlike> lookAlikes(Map<?, ?> json) {
        if (!(json.get("lookAlikes") instanceof List<?> listed)) {
            return List.of();
        }
        return listed.stream()
                .map(AnswerReading::object)
                .map(one -> new Answer.LookAlike(text(one, "code"), text(one, "name")))
                .toList();
    }

    /** Whatever stands there but a plain no is taken for a yes. */
    private static boolean saysExercise(Map<?, ?> json) {
        return json.containsKey("sandbox") && !Boolean.FALSE.equals(json.get("sandbox"));
    }

    private static Answer.Measure measure(Map<?, ?> json) {
        return new Answer.Measure(
                text(json, "id"),
                text(json, "title"),
                // Whatever is not said to be optional has to be taken.
                !text(json, "duty").equals("may"),
                text(json, "effect").equals("restriction"),
                text(json, "basis"),
                LocalDate.parse(text(json, "until")));
    }

    /** The problem that a server told of, or what can be said without one. */
    static CheckResult.Refused refusal(int status, String body) {
        try {
            Map<?, ?> json = object(Json.read(body));
            return new CheckResult.Refused(status, text(json, "type"), text(json, "title"), text(json, "detail"));
        } catch (IllegalArgumentException e) {
            return new CheckResult.Refused(status, "about:blank", "HTTP " + status, "");
        }
    }

    static Map<?, ?> object(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("no object");
    }

    static String text(Map<?, ?> json, String member) {
        if (json.get(member) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(member);
    }
}
