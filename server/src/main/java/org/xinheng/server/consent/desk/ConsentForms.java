package org.xinheng.server.consent.desk;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Reads what was typed or sent about grants and reads. Whether a grant may be signed is asked afterwards. */
public final class ConsentForms {

    private static final int LONGEST = 100;

    private final FromPolicy<FreeTextMasking> masking;
    private final FromPolicy<ConsentRules> rules;

    public ConsentForms(PolicyInForce inForce) {
        masking = new FromPolicy<>(inForce, policy -> FreeTextMasking.of(CodeReader.of(policy.codes())));
        rules = new FromPolicy<>(inForce, policy -> policy.instruments().consent());
    }

    public FormCheck check(Words words) {
        return new FormCheck(words, masking.get());
    }

    /** One line; empty when it is unfit, which the check knows then. */
    public String line(String field, @Nullable String typed, FormCheck check) {
        return check.line(field, typed, LONGEST);
    }

    /** A grant as somebody fills it in. */
    public record Typed(
            @Nullable String reader,
            @Nullable String purpose,
            @Nullable List<String> data,
            @Nullable String decidedFrom,
            @Nullable String decidedTo,
            @Nullable String reads,
            @Nullable String last,
            @Nullable String key) {

        public static final Typed NOTHING = new Typed(null, null, null, null, null, null, null, null);

        public boolean has(String category) {
            return data != null && data.contains(category);
        }

        public static String again(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    /**
     * Meaningful only when the check has not failed: begins today.
     *
     * @param words for what is missing
     */
    public Grant grant(Typed typed, LocalDate today, FormCheck check, Words words) {
        LocalDate from = day("decidedFrom", typed.decidedFrom(), check, words);
        LocalDate to = check.day("decidedTo", typed.decidedTo());
        LocalDate last = day("last", typed.last(), check, words);
        String purpose = Typed.again(typed.purpose()).strip();
        Set<String> data = new LinkedHashSet<>(typed.data() == null ? List.of() : typed.data());
        Per per = rules.get().purpose(purpose).map(known -> known.most().per()).orElse(Per.MONTH);
        return new Grant(
                Typed.again(typed.reader()).strip(),
                purpose,
                data,
                new DateWindow(from, to),
                new Frequency(reads(typed.reads()), per),
                new DateWindow(today, last));
    }

    private static LocalDate day(String field, @Nullable String typed, FormCheck check, Words words) {
        if (typed == null || typed.isBlank()) {
            check.wrong(field, words.say(ConsentText.FAULT_DAY_MISSING));
        }
        LocalDate day = check.day(field, typed);
        return day == null ? LocalDate.EPOCH : day;
    }

    /** Nothing that is no number can be granted: none is fewer than one. */
    private static int reads(@Nullable String typed) {
        try {
            return Integer.parseInt(Typed.again(typed).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
