package org.xinheng.server.access;

/**
 * Why somebody reads whom nobody asks for a reason (查询事由): it follows from the post. The log holds the code, with the thing
 * it was about where there is one; whoever shows the log says it in words.
 */
public enum ReadingPurpose {
    /** 本单位业务: what the reader's own body delivered or has to answer. */
    OWN_WORK("own-work"),
    /** 监督管理: the reader watches over others' work. */
    OVERSIGHT("oversight");

    private final String code;

    ReadingPurpose(String code) {
        this.code = code;
    }

    public static ReadingPurpose of(boolean overseeing) {
        return overseeing ? OVERSIGHT : OWN_WORK;
    }

    public String code() {
        return code;
    }

    /** With the thing that is read, by its number. */
    public String about(long thing) {
        return code + ":" + thing;
    }
}
