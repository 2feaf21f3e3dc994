package org.xinheng.server.commitment.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Reads what was typed or sent; what is unfit stands in the check afterwards. Law is not asked here: the guard is. */
final class CommitmentReading {

    private static final String YES = "yes";
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NUMBER = 128;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int SHORTEST_TEXT = 4;

    private final FormCheck check;
    private final CommitmentDesk desk;
    private final Words words;

    CommitmentReading(FormCheck check, CommitmentDesk desk, Words words) {
        this.check = check;
        this.desk = desk;
        this.words = words;
    }

    /** @return null when something is unfit */
    CommitmentDesk.@Nullable Signing signing(CommitmentItem item, TypedCommitment typed) {
        String authority = check.choice("authority", typed.authority(), bodies(item));
        String statement = text("statement", typed.statement());
        List<String> missing = typed.missing() == null ? List.of() : typed.missing();
        Act.Sign act = new Act.Sign(statement, missing, check.day("until", typed.until()));
        if (!YES.equals(typed.agreed())) {
            check.wrong("agreed", words.say(CommitmentText.FORM_AGREED_MISSING));
        }
        String key = check.line("key", typed.key(), LONGEST_KEY);
        return check.failed() ? null : new CommitmentDesk.Signing(authority, act, key);
    }

    Map<String, String> bodies(CommitmentItem item) {
        Map<String, String> bodies = new LinkedHashMap<>();
        item.acceptedBy().forEach(body -> bodies.put(body, desk.nameOf(body, words)));
        return bodies;
    }

    /** @return null when something is unfit */
    @Nullable
    Act act(TypedCommitment typed) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Act.Kind.values())
                .filter(kind -> kind != Act.Kind.SIGN)
                .forEach(kind -> kinds.put(kind.name(), CommitmentText.of(kind, words)));
        String kind = check.choice("act", typed.act(), kinds);
        Act act = kind.isEmpty() ? null : act(Act.Kind.valueOf(kind), typed);
        return check.failed() ? null : act;
    }

    private Act act(Act.Kind kind, TypedCommitment typed) {
        return switch (kind) {
            case SIGN -> throw new IllegalArgumentException("a signing has its own form");
            case WITHDRAW -> new Act.Withdraw();
            case SUPPLY -> new Act.Supply();
            case LAPSE -> new Act.Lapse(words(typed));
            case REVIEW -> {
                String found = check.choice("performance", typed.performance(), performances(words));
                yield new Act.Review(found.isEmpty() ? Performance.ONGOING : Performance.valueOf(found), words(typed));
            }
            case NOTIFY ->
                new Act.Notify(
                        number(typed),
                        text("facts", typed.facts()),
                        check.line("law", typed.law(), LONGEST_LINE),
                        check.line("measures", typed.measures(), LONGEST_LINE));
            case ANSWER -> new Act.Answer(words(typed), YES.equals(typed.last()));
            case DECIDE ->
                new Act.Decide(
                        number(typed),
                        check.choice("broken", typed.broken(), yesNo(words)).equals(YES),
                        words(typed));
            case REPAIR -> new Act.Repair(number(typed), words(typed));
        };
    }

    static Map<String, String> performances(Words words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Performance performance : Performance.values()) {
            all.put(performance.name(), CommitmentText.of(performance, words));
        }
        return all;
    }

    static Map<String, String> yesNo(Words words) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(YES, words.say(CommitmentText.FORM_YES));
        answers.put("no", words.say(CommitmentText.FORM_NO));
        return answers;
    }

    /** Number of the last step seen; -1 for what is no number, which no commitment has. */
    static int seen(TypedCommitment typed) {
        String text = TypedCommitment.text(typed.seen()).strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private String number(TypedCommitment typed) {
        return check.line("document", typed.document(), LONGEST_NUMBER);
    }

    private String words(TypedCommitment typed) {
        return text("words", typed.words());
    }

    private String text(String field, @Nullable String typed) {
        return check.reason(field, typed, SHORTEST_TEXT, LONGEST_TEXT);
    }
}
