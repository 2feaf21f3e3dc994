package org.xinheng.server.organisation;

/** What is wrong with a code or with what stands beside it (重错码). Names are kept in the database: they never change. */
public enum CodeFault {
    /** The check character fails: such lawful codes exist, so the registering authority has to confirm it. */
    CHECKSUM_MISMATCH,
    /** No organisation can have been given such a code. */
    MALFORMED_CODE,
    /** The same code stands beside another name. */
    DUPLICATE_CODE,
    /** Registered under an older number only: the unified code is missing. */
    OLDER_NUMBER_ONLY,
    /** The unified code holds, the organisation code inside it does not. */
    INNER_ORGANISATION_CODE,
    /** The same code and name twice in one delivery, with different particulars: the first row stands. */
    PARTICULARS_DIFFER
}
