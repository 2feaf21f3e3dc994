package org.xinheng.packs.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.packs.table.CalendarReader;
import org.xinheng.packs.table.PackFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code days add}: the N-th working day after a start, for one pair of arguments or for each line of standard input. */
@Command(name = "add")
final class DaysAddCommand implements Callable<Integer> {

    /** Some forty years of working days; beyond it a number is a slip of the pen. */
    private static final int LONGEST_PERIOD = 10_000;

    private static final int LINES_EXPLAINED = 20;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "START", descriptionKey = "days.start")
    private @Nullable String start;

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", descriptionKey = "days.n")
    private @Nullable String count;

    @Option(names = "--stdin", descriptionKey = "days.stdin")
    private boolean standardInput;

    @Option(names = "--pack", paramLabel = "PACK", defaultValue = "national", descriptionKey = "option.pack")
    private String pack = "national";

    @Override
    public Integer call() throws IOException {
        Tools tools = tools();
        if (standardInput ? start != null : start == null || count == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "days add START N | days add --stdin");
        }
        WorkingCalendar calendar = CalendarReader.read(PackFolders.chain(tools.packs(), pack));
        return standardInput
                ? addToLines(tools, calendar)
                : addOnce(tools, calendar, Objects.requireNonNull(start), Objects.requireNonNull(count));
    }

    private static int addOnce(Tools tools, WorkingCalendar calendar, String start, String count) throws IOException {
        Optional<LocalDate> from = StartDate.parse(start);
        if (from.isEmpty()) {
            return tools.refuse("days.start-wrong", start);
        }
        OptionalInt days = days(count);
        if (days.isEmpty()) {
            return tools.refuse("days.n-wrong", count, LONGEST_PERIOD);
        }
        try (Writer out = output(tools)) {
            out.write(answer(calendar, from.get(), days.getAsInt()));
            out.write('\n');
        }
        new DeadlineWords(tools.words())
                .lines(calendar.addWorkingDays(from.get(), days.getAsInt()))
                .forEach(tools.console().err()::println);
        return Tools.FINE;
    }

    private static int addToLines(Tools tools, WorkingCalendar calendar) throws IOException {
        Lines lines = new Lines(tools.console().in());
        long number = 0;
        long bad = 0;
        try (Writer out = output(tools)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                number++;
                Optional<String> answer = answer(calendar, line);
                if (answer.isEmpty() && bad++ < LINES_EXPLAINED) {
                    tools.console().err().println(tools.words().say("days.line-wrong", number, line, LONGEST_PERIOD));
                }
                out.write(answer.orElse("error"));
                out.write('\n');
            }
        }
        if (bad == 0) {
            return Tools.FINE;
        }
        tools.console().err().println(tools.words().say("days.lines-wrong", number, bad));
        return Tools.WRONG_DATA;
    }

    private static Optional<String> answer(WorkingCalendar calendar, String line) {
        String[] parts = BLANKS.split(line.strip());
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<LocalDate> from = StartDate.parse(parts[0]);
        OptionalInt days = days(parts[1]);
        return from.isPresent() && days.isPresent()
                ? Optional.of(answer(calendar, from.get(), days.getAsInt()))
                : Optional.empty();
    }

    private static String answer(WorkingCalendar calendar, LocalDate start, int days) {
        LocalDate date = calendar.dateAfter(start, days);
        return calendar.isProvisional(start, date) ? date + " provisional" : date.toString();
    }

    private static OptionalInt days(String text) {
        if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        int days = Integer.parseInt(text);
        return days <= LONGEST_PERIOD ? OptionalInt.of(days) : OptionalInt.empty();
    }

    private static Writer output(Tools tools) {
        return new BufferedWriter(new OutputStreamWriter(tools.console().out(), StandardCharsets.UTF_8), 1 << 16);
    }

    private Tools tools() {
        return (Tools) Objects.requireNonNull(spec).root().userObject();
    }
}
