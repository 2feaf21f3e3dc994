package org.xinheng.core.commitment;

import java.util.EnumSet;
import java.util.Set;
import org.xinheng.core.commitment.Act.Kind;

/** Where a commitment stands, and what may follow. */
public enum Stage {
    /** 容缺受理，待补材料. */
    PAPERS_OWED(Kind.SUPPLY, Kind.LAPSE, Kind.WITHDRAW),
    /** 履行中. */
    RUNNING(Kind.WITHDRAW, Kind.REVIEW, Kind.NOTIFY),
    /** 全部履行. */
    FULFILLED,
    /** 已撤回. */
    WITHDRAWN,
    /** 逾期未补，按普通程序处理. */
    LAPSED,
    /** 拟认定违反承诺，已告知. */
    CHARGED(Kind.ANSWER, Kind.DECIDE),
    /** 认定违反承诺. */
    BROKEN(Kind.REPAIR),
    /** 已修复. */
    REPAIRED;

    private final Set<Kind> acts;

    Stage(Kind... acts) {
        EnumSet<Kind> all = EnumSet.noneOf(Kind.class);
        all.addAll(Set.of(acts));
        this.acts = all;
    }

    public Set<Kind> acts() {
        return Set.copyOf(acts);
    }

    public boolean allows(Kind act) {
        return acts.contains(act);
    }

    /** Whether it goes on: only one of a kind does at a time. */
    public boolean open() {
        return this == PAPERS_OWED || this == RUNNING || this == CHARGED;
    }
}
