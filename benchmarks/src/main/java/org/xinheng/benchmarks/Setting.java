package org.xinheng.benchmarks;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every benchmark can be told. */
public final class Setting {

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = {"行数，缺省为完整规模", "Rows instead of the full size."})
    private int rows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = {"交替重复次数", "How often product and peers take turns."})
    private int rounds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20261",
            description = {"随机种子", "Seed of the made-up data."})
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {"工作目录，结束后删除", "Folder of the run; it is emptied, and removed at the end."})
    private @Nullable Path data;

    @Option(
            names = "--no-peers",
            description = {"只与 COPY 上限比较", "Beside the limits only; the peers are left out."})
    private boolean noPeers;

    public boolean withPeers() {
        return !noPeers;
    }

    /** Rows asked for, or the full size. */
    public int rows(int full) {
        return rows > 0 ? rows : full;
    }

    public int rounds() {
        return Math.max(1, rounds);
    }

    public long seed() {
        return seed;
    }

    /** A folder of its own below the one that was named: what is emptied is ours. */
    public Path folder(String benchmark) {
        var home = Path.of(System.getProperty("xinheng.home", "."))
                .toAbsolutePath()
                .normalize();
        return (data == null ? home.resolve("data") : data.toAbsolutePath().normalize())
                .resolve("benchmark-" + benchmark);
    }
}
