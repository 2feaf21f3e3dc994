package org.xinheng.server.archive;

/**
 * How a record stops being shown and used; the four are never mixed. A correction (更正) is no ending but a new version,
 * and expiry (到期) needs no act: the window ends by itself. The order is the number kept in the database: append only.
 */
public enum Ending {
    /** 撤回: changed, revoked, held unlawful or void; needs the document's number and carries a public statement. */
    WITHDRAWN,
    /** 修复: repaired by the authority that made the finding. */
    REPAIRED,
    /** A human took back the link between a row and its organisation: the record was never this organisation's. */
    UNLINKED
}
