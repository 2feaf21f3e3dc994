package org.xinheng.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind.Party;

/**
 * A step that somebody wants to take.
 *
 * @param party as whom, which the caller has made sure of
 * @param seen number of the last step that they had seen: 0 to open a case
 * @param day the day from which periods count it
 * @param at now
 * @param said what was said with it
 */
public record Move(String action, Party party, int seen, LocalDate day, Instant at, Said said) {

    /** The step that it becomes. */
    public Step step(int number) {
        return new Step(number, action, party, day, at, said.until());
    }

    /**
     * @param reason whether reasons were given
     * @param document whether the number of a document was given
     * @param documentDate its date; null when none was given
     * @param until last day of an extension; null where the rule gives its length
     * @param finding on which a case that is opened hangs; null for none
     */
    public record Said(
            boolean reason,
            boolean document,
            @Nullable LocalDate documentDate,
            @Nullable LocalDate until,
            @Nullable Finding finding) {
        public static final Said NOTHING = new Said(false, false, null, null);

        /** What was said with a step that hangs on no finding. */
        public Said(boolean reason, boolean document, @Nullable LocalDate documentDate, @Nullable LocalDate until) {
            this(reason, document, documentDate, until, null);
        }
    }
}
