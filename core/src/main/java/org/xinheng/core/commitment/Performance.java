package org.xinheng.core.commitment;

/** What a review found (履行状态). */
public enum Performance {
    /** 履行中: nothing against it so far. */
    ONGOING,
    /** 全部履行. */
    FULFILLED,
    /** 部分履行. */
    PARTLY,
    /** 全部未履行. */
    NOT;

    /** Whether a breach may be asked about; the finding alone is none. */
    public boolean lacking() {
        return this == PARTLY || this == NOT;
    }
}
