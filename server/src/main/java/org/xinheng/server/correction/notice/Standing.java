package org.xinheng.server.correction.notice;

/**
 * Where a consumer stands.
 *
 * @param owed notices addressed to it
 * @param acknowledged those that it acknowledged
 * @param overdue those without acknowledgement after their last day
 * @param late those acknowledged after their last day
 * @param serving those acknowledged whose record it still served when asked last
 */
public record Standing(
        long consumer,
        String clientId,
        String name,
        long owed,
        long acknowledged,
        long overdue,
        long late,
        long serving) {

    /** The worst comes first. */
    public enum State {
        /** 仍在展示: acknowledged and still served. */
        SERVING,
        /** 逾期未确认. */
        OVERDUE,
        /** 待确认: within its days. */
        OPEN,
        /** 已全部确认. */
        DONE,
        /** 尚无通知: nothing was addressed to it. */
        NONE
    }

    public State state() {
        if (serving > 0) {
            return State.SERVING;
        }
        if (overdue > 0) {
            return State.OVERDUE;
        }
        if (owed == 0) {
            return State.NONE;
        }
        return acknowledged < owed ? State.OPEN : State.DONE;
    }
}
