package org.xinheng.server.cli;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xinheng check}: one credit check; the answer as JSON on standard output. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "CODE", descriptionKey = "check.code")
    private String code;

    @Option(names = "--matter", required = true, paramLabel = "M", descriptionKey = "check.matter")
    private String matter;

    @Option(names = "--purpose", defaultValue = "shell", descriptionKey = "check.purpose")
    private String purpose;

    @Option(names = "--case-number", defaultValue = "shell", descriptionKey = "check.case-number")
    private String caseNumber;

    @Option(names = "--operator", defaultValue = "${sys:user.name}", descriptionKey = "check.operator")
    private String operator;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open(server, options)) {
            spec.commandLine()
                    .getOut()
                    .println(connection
                            .api()
                            .post(
                                    "/api/v1/checks",
                                    Map.of(
                                            "code", code,
                                            "matter", matter,
                                            "purpose", purpose,
                                            "caseNumber", caseNumber,
                                            "operator", operator)));
            return 0;
        }
    }
}
