package org.xinheng.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A condition over the fields of one record type (条件). It was type-checked when the pack was loaded; who runs it knows
 * neither its language nor its reader.
 *
 * @param recordType the type whose fields it reads
 * @param text as the pack has it
 * @param check the checked condition, ready to run
 */
public record Condition(String recordType, String text, Check check) {

    /** Runs the condition on the values of one record, in the order of the type's fields. */
    public interface Check {
        Answer of(@Nullable String[] values);
    }

    /** A condition that needs a value which the record lacks is undecided: never a yes, and never silently a no. */
    public enum Answer {
        HOLDS,
        FAILS,
        UNDECIDED
    }

    public Answer of(@Nullable String[] values) {
        return check.of(values);
    }

    /** Equal when the words are: how they are run is no part of what they say. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition that && recordType.equals(that.recordType) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * recordType.hashCode() + text.hashCode();
    }
}
