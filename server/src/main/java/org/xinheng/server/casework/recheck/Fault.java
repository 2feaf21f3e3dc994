package org.xinheng.server.casework.recheck;

/** What is wrong with a repair, or was missed (错误修复、遗漏修复); found by looking, decided by nobody here. */
public enum Fault {
    /** 限制期内修复: granted while false material of an earlier case barred it. */
    BARRED,
    /** 材料不全: granted with fewer papers than the kind requires. */
    PROOF,
    /** 未满最短公示期. */
    TOO_EARLY,
    /** 仍在展示: the record was never taken down. */
    STANDS,
    /** 另存未撤: the same document of the organisation stands under another address. */
    STANDS_ELSEWHERE,
    /** 下游未撤: somebody who was told of the record has not followed. */
    NOT_FOLLOWED,
    /** 已办结未落实: the one window closed it as granted, and the record stands. */
    NOT_CARRIED_OUT,
    /** 移交未推送: handed over, and no push came within its days. */
    NOT_PUSHED;

    boolean missed() {
        return this == NOT_CARRIED_OUT || this == NOT_PUSHED;
    }
}
