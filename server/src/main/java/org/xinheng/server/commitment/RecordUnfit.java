package org.xinheng.server.commitment;

import java.util.List;

/** No record can be made of a commitment, so that nothing of the act stands. */
final class RecordUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> codes;

    RecordUnfit(List<String> codes) {
        super(String.join(", ", codes));
        this.codes = List.copyOf(codes);
    }

    /** Codes of the findings. */
    List<String> codes() {
        return codes;
    }
}
