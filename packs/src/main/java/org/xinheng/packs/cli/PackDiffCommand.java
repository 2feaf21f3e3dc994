package org.xinheng.packs.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.packs.PackDiff;
import org.xinheng.packs.PackFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pack diff}: what differs between two packs in effect. Standard output, tabs between: {@code +} rule and place for one
 * that only B has, {@code -} for one that only A has, {@code ~} rule, value, what A says, what B says, places of both.
 */
@Command(name = "diff")
final class PackDiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "pack.diff.a")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "pack.diff.b")
    private String b = "";

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        PackDiff diff = PackDiff.between(PackDiff.Place.of(tools.packs(), a), PackDiff.Place.of(tools.packs(), b));
        return switch (diff) {
            case PackDiff.Faulty faulty -> {
                for (PackFault fault : faulty.faults()) {
                    tools.console().err().println(tools.words().say(fault));
                }
                yield Tools.WRONG_DATA;
            }
            case PackDiff.Found found -> {
                write(tools, found.differences());
                yield Tools.FINE;
            }
        };
    }

    private void write(Tools tools, List<PackDiff.Difference> differences) throws IOException {
        int added = 0;
        int removed = 0;
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(tools.console().out(), StandardCharsets.UTF_8))) {
            for (PackDiff.Difference difference : differences) {
                if (difference.before() == null) {
                    added++;
                    line(out, "+", difference.id(), shown(difference.after()));
                } else if (difference.after() == null) {
                    removed++;
                    line(out, "-", difference.id(), shown(difference.before()));
                } else {
                    for (PackDiff.Change change : difference.changes()) {
                        line(
                                out,
                                "~",
                                difference.id(),
                                change.path(),
                                shown(change.before()),
                                shown(change.after()),
                                difference.before(),
                                difference.after());
                    }
                }
            }
        }
        int changed = differences.size() - added - removed;
        tools.console().err().println(tools.words().say("pack.diff.summary", a, b, added, removed, changed));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value.replace('\t', ' ').replace('\n', ' ');
    }

    private static void line(Writer out, String... cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
    }
}
