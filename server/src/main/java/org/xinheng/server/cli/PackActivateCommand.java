package org.xinheng.server.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code xinheng pack activate}: checks a pack and proposes that it be in force from a day on, exactly as it lies there now;
 * the activation as JSON on standard output. A second person approves on the pages.
 */
@Command(name = "pack-activate", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class PackActivateCommand implements Callable<Integer> {

    private static final int WRONG_DATA = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "activate.dir")
    private Path folder;

    @Option(names = "--from", required = true, paramLabel = "DAY", descriptionKey = "activate.from")
    private String from;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "activate.reason")
    private String reason;

    @Option(names = "--by", paramLabel = "ACCOUNT", descriptionKey = "activate.by")
    private @Nullable String operator;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Override
    public Integer call() throws IOException {
        Path pack = folder.toAbsolutePath().normalize();
        String name = String.valueOf(pack.getFileName());
        Path packs = Objects.requireNonNull(pack.getParent(), "a pack lies in a folder of packs");
        return switch (PackLoader.load(packs, name)) {
            case PackLoading.Faulty(var faults) -> {
                Locale locale = CliWords.locale();
                for (PackFault fault : faults) {
                    System.err.println(fault.sentence(locale));
                }
                System.err.println(CliWords.text("activate.faulty", faults.size()));
                yield WRONG_DATA;
            }
            case PackLoading.Loaded(Policy policy) -> propose(policy);
        };
    }

    private int propose(Policy policy) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("pack", policy.pack());
        order.put("version", policy.version());
        order.put("from", from);
        order.put("reason", reason);
        if (operator != null) {
            order.put("operator", operator);
        }
        try (Connection connection = Connection.open(server, options)) {
            JsonNode activation = connection.api().post("/api/v1/policy/activations", order);
            spec.commandLine().getOut().println(activation);
            System.err.println(CliWords.text(
                    sentence(activation.path("state").asString()),
                    policy.pack(),
                    activation.path("from").asString(),
                    activation.path("id").asString()));
            return 0;
        }
    }

    private static String sentence(String state) {
        return switch (state) {
            case "IN_FORCE" -> "activate.in-force";
            case "APPROVED" -> "activate.approved";
            default -> "activate.proposed";
        };
    }
}
