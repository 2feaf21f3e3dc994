package org.xinheng.server.web;

/** The address of a list asks for an order, page, file or value that the list does not have: nothing is guessed in its place. */
public final class ListRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ListText why;

    public ListRefused(ListText why) {
        super(why.key());
        this.why = why;
    }

    public ListText why() {
        return why;
    }
}
