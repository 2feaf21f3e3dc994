package org.xinheng.server.cli;

/** A command cannot be carried out; the message is the sentence for the person at the shell. */
final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandRefused(String sentence) {
        super(sentence);
    }
}
