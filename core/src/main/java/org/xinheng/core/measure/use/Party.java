package org.xinheng.core.measure.use;

import org.xinheng.core.policy.SubjectKind;

/** Whom a measure is to touch. */
public sealed interface Party {

    /** An organisation or individual business of the register. */
    record Registered(SubjectKind kind) implements Party {}

    /** A natural person, of whom nothing more is known here, by intention: whoever it is, the answer is no. */
    record Person() implements Party {}
}
