package org.xinheng.server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.server.measure.Checks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xinheng serve}: the product without demo data. */
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class ServeCommand implements Callable<Integer> {

    /** No exit: the server goes on running. */
    static final int RUNNING = -1;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port", defaultValue = "8080")
    private int port;

    @Override
    public Integer call() {
        Path data = ServerOptions.home().resolve("data").resolve("serve");
        ConfigurableApplicationContext server = ServerRun.start(options.settings(data, "national", port), port);
        server.getBean(Checks.class).prepare();
        System.err.println(CliWords.text("cli.serving", "http://localhost:" + ServerRun.port(server)));
        return RUNNING;
    }
}
