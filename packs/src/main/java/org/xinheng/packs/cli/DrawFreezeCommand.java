package org.xinheng.packs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Freezing;
import org.xinheng.core.draw.FrozenDraw.Head;
import org.xinheng.core.draw.Inspector;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw freeze}: pool and inspectors as they will be drawn from, by the pack's ratios of the day. */
@Command(name = "freeze")
final class DrawFreezeCommand implements Callable<Integer> {

    private static final String PLACE = "national";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "draw.dir")
    private Path folder = Path.of(".");

    @Option(names = "--plan", required = true, paramLabel = "TITLE", descriptionKey = "draw.plan")
    private String plan = "";

    @Option(names = "--pool", required = true, paramLabel = "CSV", descriptionKey = "draw.pool")
    private Path pool = Path.of(".");

    @Option(names = "--inspectors", required = true, paramLabel = "CSV", descriptionKey = "draw.inspectors")
    private Path inspectors = Path.of(".");

    @Option(names = "--source", required = true, paramLabel = "TEXT", descriptionKey = "draw.source")
    private String source = "";

    @Option(names = "--on", required = true, paramLabel = "DAY", descriptionKey = "draw.on")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--most-visits", required = true, paramLabel = "N", descriptionKey = "draw.most-visits")
    private int mostVisits;

    @Option(names = "--team", defaultValue = "2", paramLabel = "N", descriptionKey = "draw.team")
    private int team = 2;

    @Option(names = "--pack", paramLabel = "PACK", defaultValue = PLACE, descriptionKey = "option.pack")
    private String pack = PLACE;

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        for (Path file : List.of(pool, inspectors)) {
            if (!Files.isRegularFile(file)) {
                return tools.refuse("file.missing", file);
            }
        }
        return switch (PackLoader.load(tools.packs(), pack)) {
            case PackLoading.Loaded loaded -> freeze(tools, loaded.policy());
            case PackLoading.Faulty faulty -> {
                for (PackFault fault : faulty.faults()) {
                    tools.console().err().println(tools.words().say(fault));
                }
                yield Tools.WRONG_DATA;
            }
        };
    }

    private int freeze(Tools tools, Policy policy) throws IOException {
        RiskRules risk = policy.instruments().risk();
        RiskRules.Ratios ratios = risk == null ? null : risk.ratios().on(day).orElse(null);
        if (ratios == null) {
            return tools.refuse("draw.no-ratios", pack, day);
        }
        try {
            Head head = new Head(plan, source, team);
            var entries = DrawTables.pool(pool, CodeReader.of(policy.codes()), ratios.percent());
            List<Inspector> staff = DrawTables.inspectors(inspectors);
            Freezing freezing = new Freezing(head, mostVisits, new SecureRandom());
            return answer(tools, freezing.freeze(entries, staff, Freezing.Quota.of(ratios.percent())));
        } catch (DrawTables.BadLine bad) {
            tools.refuse(bad.key(), bad.facts());
            return Tools.WRONG_DATA;
        } catch (IllegalArgumentException e) {
            tools.refuse("draw.not-freezable", String.valueOf(e.getMessage()));
            return Tools.WRONG_DATA;
        }
    }

    private int answer(Tools tools, Freezing.Outcome outcome) throws IOException {
        return switch (outcome) {
            case Freezing.Outcome.Done done -> write(tools, done.frozen());
            case Freezing.Outcome.NoTeam none -> {
                tools.refuse("draw.no-team", String.join(" ", none.codes()));
                yield Tools.WRONG_DATA;
            }
            case Freezing.Outcome.NobodyLeft _ -> {
                tools.refuse("draw.nobody-left");
                yield Tools.WRONG_DATA;
            }
            case Freezing.Outcome.TwoGroups torn -> {
                tools.refuse("draw.two-groups", String.join(" ", torn.codes()));
                yield Tools.WRONG_DATA;
            }
        };
    }

    private int write(Tools tools, Freezing.Frozen frozen) throws IOException {
        Files.createDirectories(folder);
        DrawFolder files = new DrawFolder(folder);
        if (files.has(DrawFolder.FROZEN)) {
            return tools.refuse("draw.done-before", folder.resolve(DrawFolder.FROZEN));
        }
        files.writePrivately(
                DrawFolder.OPENINGS,
                frozen.openings().values().stream()
                        .map(Bundle::openLine)
                        .sorted()
                        .toList());
        files.writePrivately(DrawFolder.ANNEX, frozen.annex().lines());
        Path written = files.write(DrawFolder.FROZEN, frozen.frozen().lines());
        tools.console()
                .err()
                .println(tools.words()
                        .say(
                                "draw.frozen",
                                frozen.annex().strata().stream()
                                        .mapToInt(one -> one.size())
                                        .sum(),
                                frozen.frozen().lots(),
                                written));
        return Tools.FINE;
    }
}
