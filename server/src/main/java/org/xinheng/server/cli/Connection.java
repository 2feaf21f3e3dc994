package org.xinheng.server.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The API to talk to: a running server's, or that of a server started in this process for one command. */
record Connection(ApiClient api, @Nullable ConfigurableApplicationContext own) implements AutoCloseable {

    private static final String ID = "XINHENG_CLIENT_ID";
    private static final String SECRET = "XINHENG_CLIENT_SECRET";
    private static final String PACK = "national";

    static Connection open(@Nullable URI server, ServerOptions options) {
        return server == null ? inProcess(options) : remote(server);
    }

    private static Connection remote(URI server) {
        String id = System.getenv(ID);
        String secret = System.getenv(SECRET);
        if (id == null || secret == null) {
            throw new CommandRefused(CliWords.text("cli.client-missing"));
        }
        return new Connection(new ApiClient(server, id, secret), null);
    }

    private static Connection inProcess(ServerOptions options) {
        ConfigurableApplicationContext server = ServerRun.start(
                options.settings(ServerOptions.home().resolve("data").resolve("serve"), PACK, 0), 0);
        try {
            return new Connection(ShellClient.of(server), server);
        } catch (RuntimeException fault) {
            server.close();
            throw fault;
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
