package org.xinheng.server.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.xinheng.server.database.DatabaseRefused;
import org.xinheng.server.policy.PackRefused;
import org.xinheng.server.seal.KeyRefused;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what an operator can mend into one sentence; everything else is a fault of ours and keeps its trace in the log. */
final class Refusals implements CommandLine.IExecutionExceptionHandler {

    /** Wrong use, or not started. */
    static final int REFUSED = 2;

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        String sentence = sentence(fault);
        if (sentence == null) {
            throw fault;
        }
        command.getErr().println(sentence);
        return REFUSED;
    }

    private static @Nullable String sentence(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandRefused refused) {
                return refused.getMessage();
            }
            if (cause instanceof DatabaseRefused refused) {
                return refused.sentence(CliWords.locale());
            }
            if (cause instanceof KeyRefused refused) {
                return refused.sentence(CliWords.locale());
            }
            if (cause instanceof PackRefused refused) {
                return refused.sentences(CliWords.locale());
            }
            if (cause instanceof PortInUseException busy) {
                return CliWords.text("cli.port-busy", String.valueOf(busy.getPort()));
            }
        }
        return null;
    }
}
