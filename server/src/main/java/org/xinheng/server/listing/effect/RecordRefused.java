package org.xinheng.server.listing.effect;

import java.util.List;

/** A listing that cannot stand in the archive: found out inside the transaction, which is given up with it. */
public final class RecordRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> codes;

    RecordRefused(List<String> codes) {
        super(String.join(" ", codes), null, false, false);
        this.codes = List.copyOf(codes);
    }

    public List<String> codes() {
        return codes;
    }
}
