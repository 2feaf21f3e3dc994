package org.xinheng.server.intake;

import java.util.Arrays;
import java.util.Optional;

/** The answer to a row; every received row gets exactly one. */
public enum RowOutcome {
    ACCEPTED("accepted"),
    /** The archive or the register says so already. */
    UNCHANGED("unchanged"),
    /** Kept until a human decides. */
    WAITING("waiting"),
    REFUSED("refused"),
    /** About a natural person: counted, nothing of it kept. */
    OUT_OF_SCOPE("out-of-scope");

    private final String id;

    RowOutcome(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<RowOutcome> find(String id) {
        return Arrays.stream(values()).filter(outcome -> outcome.id.equals(id)).findFirst();
    }
}
