package org.xinheng.server.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code xinheng access}: opens and closes accounts of clerks and API clients on a data folder whose server is stopped. Who
 * may open the folder may do so. Passwords and secrets are generated and printed once, as one line of JSON.
 */
@Command(name = "access", mixinStandardHelpOptions = true, resourceBundle = "messages.cli")
final class AccessCommand {

    private static final String PACK = "national";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Command(name = "open-account", mixinStandardHelpOptions = true)
    int openAccount(
            @Parameters(paramLabel = "NAME", descriptionKey = "access.account") String name,
            @Option(
                            names = "--roles",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            descriptionKey = "access.roles")
                    List<String> roles,
            @Option(names = "--source", paramLabel = "CODE", descriptionKey = "access.source") @Nullable String source,
            @Option(names = "--organisation", paramLabel = "CODE", descriptionKey = "access.organisation") @Nullable
                    String organisation) {
        Set<Role> posts = named(Role.class, roles, "cli.role-unknown");
        if (posts.contains(Role.ORGANISATION) || organisation != null) {
            return openOrganisation(name, posts, organisation);
        }
        if (posts.contains(Role.SOURCE_CLERK) && source == null) {
            throw new CommandRefused(CliWords.text("cli.clerk-source-missing"));
        }
        String password = FreshSecret.text();
        return with(server -> {
            server.getBean(AccountsSetup.class).account(name, password, posts, source(server, source));
            print("account", name, "password", password);
            return 0;
        });
    }

    /** An organisation signs in for itself: the post goes with no other and is bound to a code of the register. */
    private int openOrganisation(String name, Set<Role> posts, @Nullable String code) {
        if (code == null || !posts.equals(Set.of(Role.ORGANISATION))) {
            throw new CommandRefused(CliWords.text("cli.organisation-alone"));
        }
        String password = FreshSecret.text();
        return with(server -> {
            server.getBean(AccountsSetup.class).organisationAccount(name, password, registered(server, code));
            print("account", name, "password", password);
            return 0;
        });
    }

    private static String registered(ConfigurableApplicationContext server, String code) {
        String registered = server.getBean(Organisations.class)
                .findByCode(code)
                .map(Organisation::code)
                .orElseThrow(() -> new CommandRefused(CliWords.text("cli.organisation-unknown", code)));
        return Objects.requireNonNull(registered);
    }

    @Command(name = "open-client", mixinStandardHelpOptions = true)
    int openClient(
            @Parameters(paramLabel = "ID", descriptionKey = "access.client") String id,
            @Option(
                            names = "--permissions",
                            required = true,
                            split = ",",
                            paramLabel = "P",
                            descriptionKey = "access.permissions")
                    List<String> permissions,
            @Option(names = "--source", paramLabel = "CODE", descriptionKey = "access.source") @Nullable String source,
            @Option(names = "--organisation", paramLabel = "CODE", descriptionKey = "access.organisation") @Nullable
                    String organisation) {
        Set<Permission> granted = named(Permission.class, permissions, "cli.permission-unknown");
        if (organisation != null || granted.contains(Permission.OWN_FILE)) {
            return openOrganisationClient(id, granted, source, organisation);
        }
        if (granted.contains(Permission.DELIVER) && !granted.contains(Permission.DELIVER_FOR_ALL) && source == null) {
            throw new CommandRefused(CliWords.text("cli.client-source-missing"));
        }
        String secret = FreshSecret.text();
        return with(server -> {
            server.getBean(AccountsSetup.class).client(id, secret, granted, source(server, source));
            print("client", id, "secret", secret);
            return 0;
        });
    }

    /** A program of an organisation may do what the organisation may and nothing else, and belongs to no department. */
    private int openOrganisationClient(
            String id, Set<Permission> granted, @Nullable String source, @Nullable String organisation) {
        if (organisation == null || source != null || !granted.equals(Role.ORGANISATION.permissions())) {
            throw new CommandRefused(CliWords.text("cli.organisation-client"));
        }
        String secret = FreshSecret.text();
        return with(server -> {
            server.getBean(AccountsSetup.class).organisationClient(id, secret, registered(server, organisation));
            print("client", id, "secret", secret);
            return 0;
        });
    }

    @Command(name = "close-account", mixinStandardHelpOptions = true)
    int closeAccount(@Parameters(paramLabel = "NAME", descriptionKey = "access.account") String name) {
        return with(server -> closed(server.getBean(AccountsSetup.class).closeAccount(name), name));
    }

    @Command(name = "close-client", mixinStandardHelpOptions = true)
    int closeClient(@Parameters(paramLabel = "ID", descriptionKey = "access.client") String id) {
        return with(server -> closed(server.getBean(AccountsSetup.class).closeClient(id), id));
    }

    private static int closed(boolean found, String name) {
        System.err.println(CliWords.text(found ? "access.closed" : "access.not-open", name));
        return found ? 0 : 1;
    }

    private interface Work {
        int on(ConfigurableApplicationContext server);
    }

    private int with(Work work) {
        var folder = ServerOptions.home().resolve("data").resolve("serve");
        try (var server = ServerRun.start(options.settings(folder, PACK, 0), 0)) {
            return work.on(server);
        } catch (IllegalArgumentException unfit) {
            throw new CommandRefused(CliWords.text("cli.name-unfit"));
        }
    }

    /** @return id of the body that the pack knows, or the code itself where the pack declares none */
    private static @Nullable String source(ConfigurableApplicationContext server, @Nullable String given) {
        var policy = server.getBean(PolicyInForce.class).policy();
        if (given == null) {
            return null;
        }
        if (policy.instruments().consent().reader(given).isPresent()) {
            return given;
        }
        return policy.authority(given).map(Authority::id).orElseGet(() -> {
            if (!policy.authorities().isEmpty()) {
                throw new CommandRefused(CliWords.text("cli.source-unknown", given));
            }
            return given;
        });
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> type, List<String> names, String refusal) {
        Set<E> found = EnumSet.noneOf(type);
        for (String name : names) {
            found.add(Arrays.stream(type.getEnumConstants())
                    .filter(constant -> written(constant).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandRefused(CliWords.text(
                            refusal,
                            name,
                            Arrays.stream(type.getEnumConstants())
                                    .map(AccessCommand::written)
                                    .collect(Collectors.joining(" · "))))));
        }
        return found;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void print(String kind, String name, String secretKind, String secret) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put(kind, name);
        line.put(secretKind, secret);
        spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(line));
        spec.commandLine().getOut().flush();
        System.err.println(CliWords.text("access.once"));
    }
}
