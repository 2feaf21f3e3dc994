package org.xinheng.server.archive;

/** How a record stops being shown and used; the four are never mixed. A correction is no ending but a new version. */
public enum Ending {
    /** 撤回: changed, revoked, held unlawful or void; needs the document's number and carries a public statement. */
    WITHDRAWN,
    /** 修复: repaired by the authority that made the finding. */
    REPAIRED
}
