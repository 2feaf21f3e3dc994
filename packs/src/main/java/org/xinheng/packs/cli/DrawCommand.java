package org.xinheng.packs.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code draw}: random choice of inspectees and inspectors (双随机), on files and without a server. */
@Command(
        name = "draw",
        subcommands = {
            DrawFreezeCommand.class,
            DrawSealCommand.class,
            DrawOpenCommand.class,
            DrawVerifyCommand.class,
            DrawOwnCommand.class
        })
final class DrawCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "draw freeze | seal | open | verify | own");
    }
}
