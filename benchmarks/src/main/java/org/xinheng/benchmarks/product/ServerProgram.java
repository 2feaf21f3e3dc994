package org.xinheng.benchmarks.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.organisation.Organisations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server as {@code serve} starts it, with a client opened for the benchmark and an endpoint that does nothing beside
 * its own. Answers a command on standard input: {@code search FILE LIMIT}.
 */
public final class ServerProgram {

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext server;
    private final PrintStream out;

    private ServerProgram(ConfigurableApplicationContext server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** @param arguments settings for Spring */
    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(XinhengApplication.class, EmptyEndpoint.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        try (var server = application.run(arguments)) {
            new ServerProgram(server, new PrintStream(System.out, true, StandardCharsets.UTF_8)).serve();
        }
        System.exit(0);
    }

    private void serve() throws IOException {
        server.getBean(AccountsSetup.class)
                .client(
                        Product.CLIENT,
                        System.getenv(Product.SECRET),
                        EnumSet.complementOf(EnumSet.of(Permission.CHECK_SANDBOX)),
                        null);
        server.getBean(Checks.class).prepare();
        say(Map.of("port", Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"))));
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var command = commands.readLine(); command != null; command = commands.readLine()) {
            var words = command.split(" ");
            switch (words[0]) {
                case "search" -> say(search(Files.readAllLines(Path.of(words[1])), Integer.parseInt(words[2])));
                default -> throw new IllegalArgumentException(command);
            }
        }
    }

    /** Nanoseconds of each search, in order. */
    private List<Long> search(List<String> texts, int limit) {
        var organisations = server.getBean(Organisations.class);
        return texts.stream()
                .map(text -> {
                    long start = System.nanoTime();
                    var hits = organisations.search(text, limit);
                    long end = System.nanoTime();
                    return hits.size() > limit ? -1 : end - start;
                })
                .collect(Collectors.toList());
    }

    private void say(Object answer) {
        out.println(Child.MARK + JSON.writeValueAsString(answer));
    }
}
