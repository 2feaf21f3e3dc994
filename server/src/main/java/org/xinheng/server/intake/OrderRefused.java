package org.xinheng.server.intake;

/** A delivery cannot be taken because of what was said about it. */
public final class OrderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String value;

    public OrderRefused(Reason reason, String value) {
        super(reason.code() + " " + value);
        this.reason = reason;
        this.value = value;
    }

    public Reason reason() {
        return reason;
    }

    public String value() {
        return value;
    }

    /** Codes of the sentences. */
    public enum Reason {
        UNKNOWN_TYPE("delivery.unknown-type"),
        UNKNOWN_SOURCE("delivery.unknown-source"),
        /** The idempotency key stands for another file, type or kind of delivery already. */
        KEY_REUSED("delivery.key-reused");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
