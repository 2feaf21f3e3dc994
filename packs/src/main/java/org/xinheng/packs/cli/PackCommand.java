package org.xinheng.packs.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: policy packs, the rules as data. */
@Command(
        name = "pack",
        subcommands = {PackLintCommand.class, PackExplainCommand.class, PackDiffCommand.class})
final class PackCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "pack lint DIR... | pack explain RULE [--on DATE] [--pack P] | pack diff A B | pack impact A B"
                        + " | pack activate DIR --from DAY --reason TEXT");
    }
}
