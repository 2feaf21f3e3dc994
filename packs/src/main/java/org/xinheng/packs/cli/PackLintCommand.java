package org.xinheng.packs.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pack lint}: loads each pack as the server would. Standard output has one line for each finding, tabs between:
 * place, {@code fault} and its code, or place, {@code unverified}, rule and source.
 */
@Command(name = "lint")
final class PackLintCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", descriptionKey = "pack.lint.dir")
    private List<Path> folders = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        boolean faulty = false;
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(tools.console().out(), StandardCharsets.UTF_8))) {
            List<PackLoading> loadings = PackLoader.loadAll(
                    folders.stream().map(PackLintCommand::place).toList());
            for (int i = 0; i < folders.size(); i++) {
                Path shown = folders.get(i).normalize().getParent();
                String prefix = shown == null ? "" : shown.toString().replace('\\', '/') + "/";
                switch (loadings.get(i)) {
                    case PackLoading.Loaded loaded -> list(tools, loaded.policy(), prefix, out);
                    case PackLoading.Faulty faults -> {
                        faulty = true;
                        explain(tools, faults.faults(), prefix, out);
                    }
                }
            }
        }
        return faulty ? Tools.WRONG_DATA : Tools.FINE;
    }

    private static PackLoader.Folder place(Path folder) {
        Path pack = folder.toAbsolutePath().normalize();
        Path packs = Objects.requireNonNull(pack.getParent(), "a pack lies in a folder of packs");
        return new PackLoader.Folder(packs, pack.getFileName().toString());
    }

    /** The pack's own rules only: what stands in a pack below is listed when that one is checked. */
    private static void list(Tools tools, Policy policy, String prefix, Writer out) throws IOException {
        int unverified = 0;
        int own = 0;
        for (Rule rule : policy.rules()) {
            if (!rule.place().startsWith(policy.pack() + "/")) {
                continue;
            }
            own++;
            if (rule.confidence() == Confidence.UNVERIFIED || rule.confidence() == Confidence.PROPOSED) {
                unverified++;
                out.write(String.join(
                        "\t",
                        prefix + rule.place(),
                        rule.confidence().name().toLowerCase(Locale.ROOT),
                        rule.id(),
                        rule.basis().citation()));
                out.write('\n');
            }
        }
        tools.console().err().println(tools.words().say("pack.lint.fine", policy.pack(), own, unverified));
    }

    private static void explain(Tools tools, List<PackFault> faults, String prefix, Writer out) throws IOException {
        PrintStream err = tools.console().err();
        for (PackFault fault : faults) {
            out.write(String.join("\t", prefix + fault.position(), "fault", fault.code()));
            out.write('\n');
            err.println(prefix + tools.words().say(fault));
        }
        err.println(tools.words().say("pack.lint.faulty", faults.size()));
    }
}
