package org.xinheng.core.code;

/** What may be done with a code: three values, because lawful codes exist whose check character does not compute. */
public enum Verdict {
    /** Shape and check character hold. */
    VALID,
    /** The shape holds, the check character does not: kept on the registering authority's word, never mended by us. */
    CHECKSUM_MISMATCH,
    /** No such code can have been issued: wrong length, character or prefix, or not an organisation's code at all. */
    INVALID
}
