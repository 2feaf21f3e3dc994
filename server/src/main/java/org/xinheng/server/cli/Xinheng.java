package org.xinheng.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands that need the server. Machine-readable output goes to standard output, words for people to standard error;
 * exit code 0, 1 (something wrong in the data) or 2 (wrong use, or the server could not start).
 */
@Command(
        name = "xinheng",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.cli",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            AccessCommand.class,
            CheckCommand.class,
            EvaluateCommand.class,
            RotateKeyCommand.class,
            PackImpactCommand.class,
            PackActivateCommand.class
        })
public final class Xinheng implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        // Spring's shutdown hook stops the database; leaving main must not end a running server.
        int code = new CommandLine(new Xinheng())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Refusals())
                .execute(args);
        if (code != ServeCommand.RUNNING) {
            System.exit(code);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), CliWords.text("cli.command-missing"));
    }
}
