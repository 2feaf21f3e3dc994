package org.xinheng.server.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code xinheng import}: a delivery from the shell, in this process or against a running server. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class ImportCommand implements Callable<Integer> {

    private static final String REGISTER = "organisation-register";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    private Path file;

    @Option(names = "--type", required = true, paramLabel = "T", descriptionKey = "import.type")
    private String type;

    @Option(names = "--source", paramLabel = "CODE", descriptionKey = "import.source")
    private @Nullable String source;

    @Option(names = "--historical", descriptionKey = "import.historical")
    private boolean historical;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Option(names = "--errors", paramLabel = "FILE", descriptionKey = "import.errors")
    private @Nullable Path errors;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new CommandRefused(CliWords.text("cli.file-missing", file));
        }
        if (source == null && !type.equals(REGISTER)) {
            throw new CommandRefused(CliWords.text("cli.source-missing", type));
        }
        try (Connection connection = Connection.open(server, options)) {
            ProgressBar bar = new ProgressBar(System.err, file);
            JsonNode delivery = new DeliveryRun(connection.api()).deliver(file, type, source, historical, bar);
            bar.end();
            return report(delivery, connection.api());
        }
    }

    private int report(JsonNode delivery, ApiClient api) {
        for (JsonNode finding : delivery.path("findings")) {
            System.err.println(place(finding) + finding.path("sentence").asString());
        }
        spec.commandLine().getOut().println(DeliveryRun.counts(delivery));
        spec.commandLine().getOut().flush();
        JsonNode counts = delivery.path("counts");
        boolean clean = !DeliveryRun.rejected(delivery)
                && counts.path("waiting").asLong() + counts.path("refused").asLong() == 0;
        if (!clean && errors != null) {
            api.download("/api/v1/deliveries/" + delivery.path("id").asString() + "/errors.xlsx", errors);
            System.err.println(CliWords.text("import.errors-written", errors));
        }
        return clean ? 0 : 1;
    }

    /** Where a finding stands, as far as it stands somewhere: sheet, row, column. */
    private static String place(JsonNode finding) {
        String place = Stream.of("sheet", "row", "column")
                .filter(finding::has)
                .map(part -> CliWords.text("import." + part, finding.path(part).asString()))
                .collect(Collectors.joining(" "));
        return place.isEmpty() ? "" : place + ": ";
    }
}
