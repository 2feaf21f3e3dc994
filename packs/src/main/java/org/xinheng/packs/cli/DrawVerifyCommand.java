package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.BundleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw verify}: computes bundles again. Standard output has a line per fault, tabs between: file, code, entry. */
@Command(name = "verify")
final class DrawVerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "BUNDLE", descriptionKey = "draw.bundle")
    private List<Path> bundles = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        int result = Tools.FINE;
        for (Path file : bundles) {
            if (!Files.isRegularFile(file)) {
                return tools.refuse("file.missing", file);
            }
            result = Math.max(result, verify(tools, file));
        }
        return result;
    }

    private static int verify(Tools tools, Path file) throws IOException {
        try {
            List<BundleFault> faults = Bundle.read(DrawFolder.lines(file)).check();
            for (BundleFault fault : faults) {
                String line = file + "\t" + fault.code() + "\t" + fault.entry() + "\n";
                tools.console().out().write(line.getBytes(StandardCharsets.UTF_8));
                tools.console().err().println(tools.words().say("draw.fault." + fault.code(), file, fault.entry()));
            }
            if (faults.isEmpty()) {
                tools.console().err().println(tools.words().say("draw.holds", file));
            }
            return faults.isEmpty() ? Tools.FINE : Tools.WRONG_DATA;
        } catch (BrokenBundle e) {
            tools.refuse("draw.broken", file, e.line(), String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }
}
