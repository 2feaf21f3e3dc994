package org.xinheng.server.archive;

import java.time.LocalDate;

/**
 * A mark on a record (标注) that stands.
 *
 * @param reference number of the case that set it
 * @param from first day on which it has effect (Asia/Shanghai)
 * @param statement the organisation's own words, for {@link Kind#STATEMENT}; blank otherwise
 */
public record RecordMark(Kind kind, String reference, LocalDate from, String statement) {

    /** The order is the number kept in the database: append only. */
    public enum Kind {
        /** 异议处理中. */
        DISPUTED("disputed"),
        /** 复议、诉讼中. */
        LITIGATION("litigation"),
        /** 暂停公示和使用: an objection that nobody answered in time, or that hides while it is checked. */
        WITHHELD("withheld"),
        /** 暂时屏蔽: while a plan of reorganisation or settlement is carried out. */
        SCREENED("screened"),
        /** 当事人说明: the organisation's own words beside the record; they stay when its objection is rejected. */
        STATEMENT("statement");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As programs read it. */
        public String id() {
            return id;
        }

        /** Whether the record is neither shown nor used while the mark has effect. */
        public boolean suspends() {
            return this == WITHHELD || this == SCREENED;
        }
    }

    public boolean effective(LocalDate day) {
        return !day.isBefore(from);
    }

    /** Whether the record is neither shown nor used on the day. */
    public boolean suspends(LocalDate day) {
        return kind.suspends() && effective(day);
    }
}
