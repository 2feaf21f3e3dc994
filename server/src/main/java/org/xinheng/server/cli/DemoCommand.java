package org.xinheng.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code xinheng demo}: the product on a made-up city; a second run on the same folder keeps its data. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class DemoCommand implements Callable<Integer> {

    private static final String PACK = "demo-city";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port", defaultValue = "8080")
    private int port;

    @Option(names = "--today", paramLabel = "DAY", descriptionKey = "demo.option.today")
    private @Nullable LocalDate today;

    @Override
    public Integer call() throws Exception {
        Path usual = ServerOptions.home().resolve("data").resolve("demo");
        Path folder = options.folder(usual);
        Path card = folder.resolve("demo.json");
        ConfigurableApplicationContext server = ServerRun.start(settings(usual), port);
        try {
            DemoCity city = new DemoCity(server, folder);
            city.write(card, Files.exists(card) ? city.reopened(card) : city.found());
        } catch (Exception fault) {
            server.close();
            throw fault;
        }
        print(new JsonMapper().readTree(Files.readString(card)), card);
        return ServeCommand.RUNNING;
    }

    private List<String> settings(Path usual) {
        List<String> settings = options.settings(usual, PACK, port);
        // Passwords that stand in the handbook protect nothing: a second factor would only keep readers out.
        settings.add("--xinheng.access.second-factor=false");
        if (today != null) {
            settings.add("--xinheng.today=" + today);
        }
        return settings;
    }

    private void print(JsonNode demo, Path card) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(CliWords.text("demo.ready"));
        out.println(CliWords.text("demo.address", demo.path("address").asString()));
        if (today != null) {
            out.println(CliWords.text("demo.today", today.toString()));
        }
        out.println(CliWords.text("demo.accounts"));
        for (JsonNode account : demo.path("accounts")) {
            out.println(CliWords.text(
                    "demo.account",
                    account.path("name").asString(),
                    account.path("password").asString(),
                    account.path("role").asString()));
        }
        out.println(CliWords.text("demo.clients"));
        for (JsonNode client : demo.path("clients")) {
            out.println(CliWords.text(
                    "demo.account",
                    client.path("id").asString(),
                    client.path("secret").asString(),
                    client.path("use").asString()));
        }
        out.println(CliWords.text("demo.examples"));
        demo.path("examples")
                .properties()
                .forEach(example -> out.println(CliWords.text(
                        "demo.example",
                        example.getKey(),
                        example.getValue().path("code").asString(),
                        example.getValue().path("matter").asString())));
        out.println(CliWords.text("demo.cases"));
        demo.path("cases")
                .properties()
                .forEach(example -> out.println(CliWords.text(
                        "demo.case",
                        CliWords.text("demo.case." + example.getKey()),
                        example.getValue().path("record").asString(),
                        example.getValue().path("case").asString())));
        out.println(CliWords.text("demo.file", card));
        out.println(CliWords.text("demo.stop"));
        out.flush();
    }
}
