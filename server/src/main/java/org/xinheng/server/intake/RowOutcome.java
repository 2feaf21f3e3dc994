package org.xinheng.server.intake;

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
}
