package org.xinheng.packs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.packs.table.FaultyTableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The main class of {@code ./xinheng codes}, {@code days}, {@code draw} and {@code pack}; a further command is one more subcommand. */
@Command(
        name = "xinheng",
        subcommands = {CodesCommand.class, DaysCommand.class, DrawCommand.class, PackCommand.class})
public final class Tools implements Callable<Integer> {

    /** Exit code: nothing wrong. */
    public static final int FINE = 0;

    /** Exit code: something wrong was found in the data. */
    public static final int WRONG_DATA = 1;

    /** Exit code: wrong use. */
    public static final int WRONG_USE = 2;

    private static final String LANGUAGE = "--lang";

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    private final Words words;
    private final Path home;
    /** The machine's own: no server's clock is there to be asked. */
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));

    /** Declared here, read by {@link #languageIn} before anything else, so that the help speaks it too. */
    @Option(names = LANGUAGE, scope = ScopeType.INHERIT, paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "option.help")
    private boolean help;

    Tools(Console console, Words words, Path home) {
        this.console = console;
        this.words = words;
        this.home = home;
    }

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        System.exit(
                run(Console.ofProcess(), System.getenv(), Path.of(System.getProperty("xinheng.home", ".")), arguments));
    }

    /**
     * Runs one command.
     *
     * @param home the project's folder, which holds {@code policy-packs}
     * @return the exit code
     */
    public static int run(Console console, Map<String, String> environment, Path home, String... arguments) {
        Tools tools = new Tools(console, Words.of(languageIn(arguments), environment), home);
        CommandLine line = new CommandLine(tools)
                .setResourceBundle(tools.words().bundle())
                .setOut(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(tools::explainWrongUse)
                .setExecutionExceptionHandler(tools::explainFailure);
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(console.err());
        return WRONG_USE;
    }

    Console console() {
        return console;
    }

    Words words() {
        return words;
    }

    Clock clock() {
        return clock;
    }

    /** The folder that holds the packs. */
    Path packs() {
        return home.resolve("policy-packs");
    }

    /** Says a sentence to the person and gives the exit code for wrong use. */
    int refuse(String key, Object... facts) {
        console.err().println(words().say(key, facts));
        return WRONG_USE;
    }

    private static @Nullable String languageIn(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(LANGUAGE + "=")) {
                return arguments[i].substring(LANGUAGE.length() + 1);
            }
            if (arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }

    private int explainWrongUse(CommandLine.ParameterException fault, String[] arguments) {
        String sentence = switch (fault) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                words.say("use.unknown", String.join(" ", unmatched.getUnmatched()));
            case CommandLine.MissingParameterException missing ->
                words.say(
                        "use.missing",
                        String.join(
                                " ",
                                missing.getMissing().stream()
                                        .map(CommandLine.Model.ArgSpec::paramLabel)
                                        .toList()));
            default -> words.say("use.other", String.valueOf(fault.getMessage()));
        };
        console.err().println(sentence);
        fault.getCommandLine().usage(console.err());
        return WRONG_USE;
    }

    private int explainFailure(Exception fault, CommandLine line, CommandLine.ParseResult result) throws Exception {
        switch (fault) {
            case FaultyTableException table -> console.err().println(words().say(table));
            case UncheckedIOException broken ->
                console.err().println(words().say("io.failed", String.valueOf(broken.getMessage())));
            case IOException broken ->
                console.err().println(words().say("io.failed", String.valueOf(broken.getMessage())));
            default -> throw fault;
        }
        return WRONG_USE;
    }
}
