package org.xinheng.server.access;

/** A fault as the log may keep it: kinds and places of it and its causes, without messages, which may quote rows. */
public final class Silenced extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int CAUSES = 8;

    private Silenced(Throwable fault, int depth) {
        super(
                fault.getClass().getName(),
                fault.getCause() == null || depth >= CAUSES ? null : new Silenced(fault.getCause(), depth + 1));
        setStackTrace(fault.getStackTrace());
    }

    public static Silenced of(Throwable fault) {
        return new Silenced(fault, 0);
    }
}
