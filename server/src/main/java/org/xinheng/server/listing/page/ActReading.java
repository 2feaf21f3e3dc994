package org.xinheng.server.listing.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Words;

/** Reads an act that was typed or sent; what is unfit stands in the check afterwards. Law is not asked here: the guard is. */
final class ActReading {

    private static final int LONGEST_NUMBER = 128;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int SHORTEST_TEXT = 4;

    private final FormCheck check;
    private final Words words;
    private final LocalDate today;

    ActReading(FormCheck check, Words words, LocalDate today) {
        this.check = check;
        this.words = words;
        this.today = today;
    }

    /**
     * @param list whose words the acts have
     * @return null when something is unfit
     */
    @Nullable
    Act read(TypedAct typed, ListRule list) {
        String kind = check.choice("act", typed.act(), kinds(list));
        Act act = kind.isEmpty() ? null : read(Act.Kind.valueOf(kind), typed);
        return check.failed() ? null : act;
    }

    /** Number of the last step seen; -1 for what is no number, which no proceeding has. */
    static int seen(TypedAct typed) {
        String text = typed.seen() == null ? "" : typed.seen().strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private Map<String, String> kinds(ListRule list) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Act.Kind.values())
                .filter(kind -> kind != Act.Kind.PROPOSE)
                .forEach(kind -> kinds.put(kind.name(), ListingText.of(kind, list, words)));
        return kinds;
    }

    private @Nullable Act read(Act.Kind kind, TypedAct typed) {
        LocalDate on = Objects.requireNonNullElse(check.day("on", typed.on()), today);
        return switch (kind) {
            case PROPOSE -> throw new IllegalArgumentException("a proposal has its own form");
            case NOTIFY -> new Act.Notify(on, number(typed));
            case CONSENT -> new Act.Consent(on, yes("given", typed.given()));
            case ANSWER ->
                new Act.Answer(
                        on,
                        form(check.choice("form", typed.form(), Choices.forms(words))),
                        text("words", typed.words()),
                        Choices.YES.equals(typed.last()));
            case CALL_HEARING ->
                new Act.CallHearing(
                        on,
                        number(typed),
                        held(typed),
                        check.line("time", typed.time(), LONGEST_LINE),
                        check.line("place", typed.place(), LONGEST_LINE));
            case HEAR -> new Act.Hear(on, text("minutes", typed.minutes()));
            case DECIDE ->
                new Act.Decide(
                        on,
                        number(typed),
                        verdict(check.choice("verdict", typed.verdict(), Choices.verdicts(words))),
                        check.day("until", typed.until()),
                        text("reasons", typed.reasons()));
            case SERVE -> new Act.Serve(on);
            case ASK_REMOVAL -> new Act.AskRemoval(on, shown(typed), text("proof", typed.proof()));
            case DECIDE_REMOVAL ->
                new Act.DecideRemoval(
                        on, number(typed), yes("granted", typed.granted()), text("reasons", typed.reasons()));
            case REVOKE ->
                new Act.Revoke(on, number(typed), orToday("fell", typed.fell()), text("reasons", typed.reasons()));
            case DROP -> new Act.Drop(on, text("reasons", typed.reasons()));
        };
    }

    /** The number of the decision as it was typed; blank for none. */
    String underlying(TypedProposal typed) {
        String underlying = typed.underlying() == null ? "" : typed.underlying().strip();
        return underlying.isEmpty() ? "" : check.line("underlying", underlying, LONGEST_NUMBER);
    }

    /** @param kind value of the record's kind field; blank for a list without records; @param tag a watch tag, which brings no measures */
    Act.Propose proposal(TypedProposal typed, String ground, String kind, boolean tag) {
        return new Act.Propose(
                today,
                ground,
                text("facts", typed.facts()),
                check.line("law", typed.law(), LONGEST_LINE),
                tag ? noMeasures(typed) : check.line("measures", typed.measures(), LONGEST_LINE),
                underlying(typed),
                kind);
    }

    /** What is typed for a tag is not dropped without a word. */
    private String noMeasures(TypedProposal typed) {
        if (typed.measures() != null && !typed.measures().isBlank()) {
            check.wrong("measures", words.say(ListingText.NEW_TAG_MEASURES));
        }
        return "";
    }

    /** A hearing has a day that somebody named. */
    private LocalDate held(TypedAct typed) {
        LocalDate day = check.day("held", typed.held());
        if (day == null) {
            check.wrong("held", FormText.FORM_BLANK);
        }
        return Objects.requireNonNullElse(day, today);
    }

    private LocalDate orToday(String field, @Nullable String typed) {
        return Objects.requireNonNullElse(check.day(field, typed), today);
    }

    private String number(TypedAct typed) {
        return check.line("document", typed.document(), LONGEST_NUMBER);
    }

    private String text(String field, @Nullable String typed) {
        return check.reason(field, typed, SHORTEST_TEXT, LONGEST_TEXT);
    }

    /** What stands in place of an unfit choice is never used: the check has failed. */
    private static Form form(String chosen) {
        return chosen.isEmpty() ? Form.STATEMENT : Form.valueOf(chosen);
    }

    private static Verdict verdict(String chosen) {
        return chosen.isEmpty() ? Verdict.DECLINE : Verdict.valueOf(chosen);
    }

    private boolean yes(String field, @Nullable String typed) {
        return check.choice(field, typed, Choices.yesNo(words)).equals(Choices.YES);
    }

    private static List<Integer> shown(TypedAct typed) {
        List<String> shown = typed.shown() == null ? List.of() : typed.shown();
        return shown.stream()
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .toList();
    }
}
