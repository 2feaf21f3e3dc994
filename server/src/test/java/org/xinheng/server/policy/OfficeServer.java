package org.xinheng.server.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.Clerk;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.measure.CheckingOffice;
import org.xinheng.testkit.clock.StandingClock;

/** The whole server on a shelf of packs of its own, with a clock that is set; it can be stopped and started again. */
public final class OfficeServer implements AutoCloseable {

    static final String PACK = "demo-city";
    static final String SECRET = "test-secret";

    final Path shelf;
    final List<PackActivated> heard = new CopyOnWriteArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final StandingClock clock = new StandingClock(Instant.EPOCH);
    private @Nullable ConfigurableApplicationContext server;

    public OfficeServer(Path folder) throws IOException {
        shelf = folder.resolve("policy-packs");
        Path packs = Path.of(System.getProperty("xinheng.home")).resolve("policy-packs");
        for (String pack : List.of("national", PACK)) {
            FileSystemUtils.copyRecursively(packs.resolve(pack), shelf.resolve(pack));
        }
        settings.addAll(List.of(
                "--xinheng.home=" + folder,
                "--xinheng.data=" + folder.resolve("data"),
                "--xinheng.pack=" + PACK,
                "--xinheng.access.password-rounds=4",
                "--server.port=0"));
        TestDatabase.register((name, value) -> settings.add("--" + name + "=" + value.get()));
        time("2026-06-10T02:00:00Z");
    }

    public void time(String instant) {
        clock.set(instant);
    }

    public void start() {
        server = another();
        AccountsSetup setup = bean(AccountsSetup.class);
        setup.client("keeper", SECRET, Set.of(Permission.KEEP_RULES, Permission.OVERSEE), null);
        setup.client("overseer", SECRET, Set.of(Permission.OVERSEE), null);
    }

    /** One more server on the same database, shelf and clock; who starts it closes it. */
    ConfigurableApplicationContext another() {
        return new SpringApplicationBuilder(XinhengApplication.class)
                .initializers(context -> {
                    context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            return bean instanceof Clock ? clock : bean;
                        }
                    });
                    context.addApplicationListener(event -> {
                        if (event instanceof PayloadApplicationEvent<?> told
                                && told.getPayload() instanceof PackActivated activated) {
                            heard.add(activated);
                        }
                    });
                })
                .run(settings.toArray(String[]::new));
    }

    public void stop() {
        running().close();
        server = null;
    }

    void restart() {
        stop();
        start();
    }

    private ConfigurableApplicationContext running() {
        return Objects.requireNonNull(server, "not started");
    }

    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    public ServerOfSources http() {
        return new ServerOfSources(Integer.parseInt(
                Objects.requireNonNull(running().getEnvironment().getProperty("local.server.port"))));
    }

    public String token(String client) throws IOException, InterruptedException {
        return http().token(client, SECRET);
    }

    public CheckingOffice checks() throws IOException, InterruptedException {
        return new CheckingOffice(
                Integer.parseInt(
                        Objects.requireNonNull(running().getEnvironment().getProperty("local.server.port"))),
                bean(AccountsSetup.class),
                bean(PolicyInForce.class).policy());
    }

    public Clerk clerk(String name, Role role) {
        return new Clerk((WebApplicationContext) running(), name, role, null);
    }

    String health() {
        var indicator = running().getBean("packHealth", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health()).getStatus().getCode();
    }

    /** Puts other words into a file of a pack. */
    public void edit(String file, String before, String after) throws IOException {
        Path path = shelf.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(before)) {
            throw new AssertionError(before + " is not in " + file);
        }
        Files.writeString(path, text.replace(before, after));
    }

    @Override
    public void close() {
        if (server != null) {
            stop();
        }
    }
}
