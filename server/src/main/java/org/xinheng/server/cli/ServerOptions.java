package org.xinheng.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options shared by all commands that run the server in this process; they may stand before or after a command within one. */
final class ServerOptions {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", scope = ScopeType.INHERIT)
    @Nullable
    Path data;

    @Option(names = "--pack", paramLabel = "PLACE", descriptionKey = "option.pack", scope = ScopeType.INHERIT)
    @Nullable
    String pack;

    @Option(
            names = "--database-url",
            paramLabel = "JDBC-URL",
            descriptionKey = "option.database-url",
            scope = ScopeType.INHERIT)
    @Nullable
    String databaseUrl;

    /** Settings for Spring: on loopback only, a front server brings TLS; every folder absolute, so that the working directory does not matter later. */
    List<String> settings(Path defaultData, String defaultPack, int port) {
        Path folder = folder(defaultData);
        List<String> settings = new ArrayList<>(List.of(
                "--xinheng.data=" + folder,
                "--xinheng.pack=" + (pack == null ? defaultPack : pack),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                // Standard output belongs to the command: the log goes to its file only.
                "--logging.threshold.console=OFF",
                "--logging.file.name=" + folder.resolve("logs").resolve("xinheng.log")));
        if (databaseUrl != null) {
            settings.add("--xinheng.database.url=" + databaseUrl);
        }
        return settings;
    }

    Path folder(Path defaultData) {
        return (data == null ? defaultData : data).toAbsolutePath().normalize();
    }

    /** The project folder, handed over by the launcher. */
    static Path home() {
        return Path.of(System.getProperty("xinheng.home", ".")).toAbsolutePath().normalize();
    }
}
