package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw own}: a line that opens one organisation's ticket, for that organisation alone. */
@Command(name = "own")
final class DrawOwnCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "draw.dir")
    private Path folder = Path.of(".");

    @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "draw.code")
    private String code = "";

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        DrawFolder files = new DrawFolder(folder);
        if (!files.has(DrawFolder.OPENINGS)) {
            return tools.refuse("file.missing", folder.resolve(DrawFolder.OPENINGS));
        }
        try {
            for (Opening opening : files.openings().values()) {
                if (opening.row().code().equals(code)) {
                    tools.console().out().write((Bundle.openLine(opening) + "\n").getBytes(StandardCharsets.UTF_8));
                    tools.console().err().println(tools.words().say("draw.own", opening.commitment()));
                    return Tools.FINE;
                }
            }
            tools.refuse("draw.not-in-pool", code);
            return Tools.WRONG_DATA;
        } catch (BrokenBundle e) {
            tools.refuse("draw.broken", folder.resolve(DrawFolder.OPENINGS), e.line(), String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }
}
