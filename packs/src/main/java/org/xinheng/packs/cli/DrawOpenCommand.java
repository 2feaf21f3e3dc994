package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.Draw;
import org.xinheng.core.draw.Opening;
import org.xinheng.core.draw.SealedDraw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code draw open}: enters the public value and draws. Standard output has one line per visit, a tab between: code, staff numbers.
 */
@Command(name = "open")
final class DrawOpenCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "draw.dir")
    private Path folder = Path.of(".");

    @Option(names = "--entropy", required = true, paramLabel = "TEXT", descriptionKey = "draw.entropy")
    private String entropy = "";

    @Option(names = "--published", required = true, paramLabel = "INSTANT", descriptionKey = "draw.published")
    private Instant published = Instant.EPOCH;

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        DrawFolder files = new DrawFolder(folder);
        if (!files.has(DrawFolder.SEALED)) {
            return tools.refuse("file.missing", folder.resolve(DrawFolder.SEALED));
        }
        if (files.has(DrawFolder.PUBLIC)) {
            return tools.refuse("draw.done-before", folder.resolve(DrawFolder.PUBLIC));
        }
        if (published.isAfter(tools.clock().instant())) {
            return tools.refuse("draw.seed-in-future", published);
        }
        try {
            return switch (files.sealed().open(entropy, published)) {
                case SealedDraw.Outcome.Drawn drawn -> write(tools, files, drawn.draw());
                case SealedDraw.Outcome.SeedTooOld old -> {
                    tools.refuse("draw.seed-too-old", old.sealed(), old.published());
                    yield Tools.WRONG_DATA;
                }
                case SealedDraw.Outcome.Changed changed -> {
                    tools.refuse("draw.changed", changed.committed(), changed.found());
                    yield Tools.WRONG_DATA;
                }
            };
        } catch (BrokenBundle e) {
            tools.refuse("draw.broken", folder, e.line(), String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        } catch (IllegalArgumentException e) {
            tools.refuse("draw.not-openable", String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }

    private int write(Tools tools, DrawFolder files, Draw draw) throws IOException, BrokenBundle {
        Map<String, Opening> openings = files.openings();
        Bundle full = Bundle.full(draw, files.annex(), openings);
        files.writePrivately(DrawFolder.FULL, full.lines());
        Path written =
                files.write(DrawFolder.PUBLIC, Bundle.open(draw, openings).lines());
        StringBuilder lines = new StringBuilder();
        for (Draw.Visit visit : full.visits()) {
            Opening opening = Objects.requireNonNull(openings.get(visit.commitment()), "a visit is to an opened row");
            lines.append(opening.row().code())
                    .append('\t')
                    .append(String.join(",", visit.team()))
                    .append('\n');
        }
        tools.console().out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
        tools.console()
                .err()
                .println(tools.words().say("draw.drawn", full.visits().size(), written));
        return Tools.FINE;
    }
}
