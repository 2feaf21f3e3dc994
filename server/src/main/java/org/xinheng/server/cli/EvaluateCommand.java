package org.xinheng.server.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code xinheng evaluate}: a run over the whole place; its receipt as JSON on standard output. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class EvaluateCommand implements Callable<Integer> {

    private static final String RUNS = "/api/v1/evaluations";
    private static final long PAUSE_MILLIS = 300;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "evaluate.model")
    private @Nullable String model;

    @Option(names = "--as-of", paramLabel = "DAY", descriptionKey = "evaluate.as-of")
    private @Nullable String day;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> order = new LinkedHashMap<>();
        if (model != null) {
            order.put("model", model);
        }
        if (day != null) {
            order.put("day", day);
        }
        try (Connection connection = Connection.open(server, options)) {
            JsonNode run = connection.api().post(RUNS, order);
            int done = -1;
            while (!run.path("finished").asBoolean()) {
                if (run.path("done").asInt() != done) {
                    done = run.path("done").asInt();
                    spec.commandLine()
                            .getErr()
                            .println(CliWords.text(
                                    "evaluate.progress", done, run.path("parts").asInt()));
                }
                Thread.sleep(PAUSE_MILLIS);
                run = connection.api().get(RUNS + "/" + run.path("id").asString());
            }
            spec.commandLine().getOut().println(run);
            return 0;
        }
    }
}
