package org.xinheng.server.cli;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code xinheng pack impact}: what pack B would do to the stored records, against pack A; JSON on standard output. */
@Command(name = "pack-impact", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class PackImpactCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "impact.a")
    private String before;

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "impact.b")
    private String after;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "impact.on")
    private @Nullable String on;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Override
    public Integer call() {
        String day = on == null ? "" : "&on=" + encode(on);
        try (Connection connection = Connection.open(server, options)) {
            JsonNode impact = connection
                    .api()
                    .get("/api/v1/policy/impact?from=" + encode(before) + "&pack=" + encode(after) + day);
            spec.commandLine().getOut().println(impact);
            tell(impact);
            return 0;
        }
    }

    /** The same in words, for whoever sits at the shell. */
    private void tell(JsonNode impact) {
        System.err.println(
                CliWords.text("impact.on-day", before, after, impact.path("on").asString()));
        for (JsonNode type : impact.path("records")) {
            System.err.println(CliWords.text(
                    "impact.type",
                    type.path("type").asString(),
                    type.path("seen").asLong(),
                    type.path("moved").asLong(),
                    type.path("longer").asLong()));
        }
        for (JsonNode clock : impact.path("deadlines")) {
            System.err.println(CliWords.text(
                    "impact.clock",
                    clock.path("clock").asString(),
                    due(clock.path("before")),
                    due(clock.path("after"))));
        }
    }

    private static String due(JsonNode day) {
        return day.isNull() || day.isMissingNode() ? CliWords.text("impact.none") : day.asString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
