package org.xinheng.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.server.XinhengApplication;

/** Starts the server in this process. */
final class ServerRun {

    private ServerRun() {}

    /**
     * @param settings Spring settings as arguments
     * @param port port to serve on, 0 for any free one; tried before anything else is started, so that a busy one costs nothing
     */
    static ConfigurableApplicationContext start(List<String> settings, int port) {
        if (port != 0) {
            requireFree(port);
        }
        SpringApplication application = new SpringApplication(XinhengApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        return application.run(settings.toArray(String[]::new));
    }

    /** The port that the running server got. */
    static int port(ConfigurableApplicationContext server) {
        return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException busy) {
            throw new CommandRefused(CliWords.text("cli.port-busy", String.valueOf(port)));
        }
    }
}
