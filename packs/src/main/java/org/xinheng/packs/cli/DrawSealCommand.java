package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.SealedDraw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw seal}: commits to the frozen pool; standard output has the hash and the instant, to be published at once. */
@Command(name = "seal")
final class DrawSealCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "draw.dir")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        DrawFolder files = new DrawFolder(folder);
        if (!files.has(DrawFolder.FROZEN)) {
            return tools.refuse("file.missing", folder.resolve(DrawFolder.FROZEN));
        }
        if (files.has(DrawFolder.SEALED)) {
            return tools.refuse("draw.done-before", folder.resolve(DrawFolder.SEALED));
        }
        try {
            SealedDraw sealed = files.frozen().seal(tools.clock().instant());
            String line = sealed.root() + "\t" + sealed.at();
            files.write(DrawFolder.SEALED, List.of(line));
            tools.console().out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            tools.console()
                    .err()
                    .println(tools.words()
                            .say("draw.sealed", sealed.frozen().head().entropySource()));
            return Tools.FINE;
        } catch (BrokenBundle e) {
            tools.refuse("draw.broken", folder.resolve(DrawFolder.FROZEN), e.line(), String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }
}
