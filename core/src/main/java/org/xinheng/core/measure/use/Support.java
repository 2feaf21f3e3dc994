package org.xinheng.core.measure.use;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;

/** What a measure is said to rest on (实施依据). */
public sealed interface Support {

    /** Nothing that could be found. */
    record Nothing() implements Support {}

    /** A judgement of ours instead of a finding: it may never restrict anybody. */
    record Judgement(Kind kind) implements Support {}

    /** Kinds of judgements. */
    enum Kind {
        /** 评价等级. */
        GRADE,
        /** 风险分类. */
        RISK_CLASS,
        /** 重点关注标记. */
        WATCH_TAG,
        /** 处罚次数. */
        NUMBER
    }

    /**
     * A record or listing of the archive.
     *
     * @param own whether it is about the subject of the measure, mergers followed
     * @param judgement whether its type carries evaluations, not findings
     * @param documentNumber of the deciding document; blank for none
     * @param ground what measures may rest on in it; null when it gives nothing: its authority says that it no longer holds, or
     *     it has no decision date
     */
    record Finding(
            boolean own,
            boolean judgement,
            String documentNumber,
            Standing standing,
            @Nullable Ground ground) implements Support {}

    /** How a finding stands on the day. */
    enum Standing {
        STANDS,
        /** The publish gate holds it: not verified yet. */
        HELD,
        /** 异议处理中: it stays in force, but nothing new is built on it. */
        DISPUTED,
        /** 暂停公示和使用, 暂时屏蔽. */
        SUSPENDED,
        /** 已修复. */
        REPAIRED,
        /** 撤回、撤销、移出名单. */
        WITHDRAWN
    }
}
