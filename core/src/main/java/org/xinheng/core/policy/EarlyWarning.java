package org.xinheng.core.policy;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When departments are made attentive to an organisation (信用预警). A warning informs; nothing follows from it by itself.
 *
 * @param recordType the records it looks at
 * @param severity class of the record; null for all
 * @param atLeast so many records that no warning of this rule named yet
 * @param span which days of decision count
 * @param subscribers ids of the bodies that are told
 */
public record EarlyWarning(
        Rule rule, String recordType, @Nullable String severity, int atLeast, Span span, List<String> subscribers) {

    public EarlyWarning {
        subscribers = List.copyOf(subscribers);
    }

    /** Which records count on a day, by the day of their decision. */
    public sealed interface Span {

        /** Records decided so long ago at most: the day reached by adding it to the decision is the first one without. */
        record Within(Period period) implements Span {}

        /**
         * Records whose term is nearly over.
         *
         * @param term counted from the decision; the day reached is the first one after it
         * @param days so many days before that day it begins to count
         */
        record NearEnd(Period term, int days) implements Span {}
    }
}
