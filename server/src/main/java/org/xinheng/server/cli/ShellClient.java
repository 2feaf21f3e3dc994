package org.xinheng.server.cli;

import java.net.URI;
import java.util.EnumSet;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;

/** The API client of a command that runs its own server: whoever may open the data folder may deliver into it. */
final class ShellClient {

    private static final String ID = "shell";

    private ShellClient() {}

    /** A client with a secret that lives in this process only. */
    static ApiClient of(ConfigurableApplicationContext server) {
        String text = FreshSecret.text();
        server.getBean(AccountsSetup.class)
                .client(
                        ID,
                        text,
                        EnumSet.of(
                                Permission.DELIVER,
                                Permission.DELIVER_FOR_ALL,
                                Permission.CHECK,
                                Permission.OVERSEE,
                                Permission.KEEP_RULES),
                        null);
        return new ApiClient(URI.create("http://localhost:" + ServerRun.port(server)), ID, text);
    }
}
