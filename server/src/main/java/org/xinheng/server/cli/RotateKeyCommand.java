package org.xinheng.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code xinheng rotate-key}: puts the key that signs receipts aside, so that the next start makes its successor. For a key whose turn is
 * over as for one that is lost; needs no running server.
 */
@Command(name = "rotate-key", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class RotateKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--algorithm", paramLabel = "A", defaultValue = "ED25519", descriptionKey = "rotate.algorithm")
    private Algorithm algorithm;

    @Override
    public Integer call() {
        Path data = options.folder(ServerOptions.home().resolve("data").resolve("serve"));
        Path keys = data.resolve("keys");
        List<Path> aside = new KeyFiles(keys, "receipts", algorithm).putAside();
        aside.forEach(file -> spec.commandLine().getOut().println(file));
        spec.commandLine().getErr().println(CliWords.text("rotate.done", keys));
        return 0;
    }
}
