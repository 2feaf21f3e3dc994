package org.xinheng.core.measure;

/** Answer of a credit check (核查结果). A fault is none of these. */
public enum CheckOutcome {
    /** 本事项未见适用措施. */
    CLEAR,
    /** 本事项有适用措施. */
    HIT,
    /** 主体未识别. */
    UNKNOWN,
    /** 数据未更新，暂不能判断. */
    STALE;

    /**
     * A consequence that was found is true whatever was not delivered since; that there is none can only be said on fresh
     * feeds.
     *
     * @param identified whether the register knows the organisation
     * @param consequence whether the catalogue attaches a consequence to it in the matter
     * @param stale whether a feed of the matter is stale
     */
    public static CheckOutcome of(boolean identified, boolean consequence, boolean stale) {
        if (!identified) {
            return UNKNOWN;
        }
        if (consequence) {
            return HIT;
        }
        return stale ? STALE : CLEAR;
    }
}
