package org.xinheng.server.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.database.FreshDatabase;

@ExtendWith(FreshDatabase.class)
class PolicyInForceTests {

    private final ApplicationContextRunner server;

    PolicyInForceTests(JdbcClient sql, DataSource database) {
        server = new ApplicationContextRunner()
                .withUserConfiguration(PolicyConfiguration.class)
                .withBean(JdbcClient.class, () -> sql)
                .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database))
                .withBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void loadsTheNationalPackWhenNoneIsNamed(@TempDir Path data) {
        server.withPropertyValues("xinheng.home=" + System.getProperty("xinheng.home"), "xinheng.data=" + data)
                .run(context -> assertThat(
                                context.getBean(PolicyInForce.class).policy().pack())
                        .isEqualTo("national"));
    }

    @Test
    void stopsTheStartWithEveryFaultAsASentence(@TempDir Path home) throws Exception {
        Path pack = Files.createDirectories(home.resolve("policy-packs/broken"));
        Files.writeString(pack.resolve("pack.yaml"), "name: [broken\n");
        server.withPropertyValues("xinheng.home=" + home, "xinheng.pack=broken").run(context -> {
            assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(PackRefused.class);
            assertThat(sentences(context.getStartupFailure()))
                    .contains("broken/pack.yaml")
                    .doesNotContain("Exception");
        });
    }

    @Test
    void saysThatAPackIsMissing(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("policy-packs"));
        server.withPropertyValues("xinheng.home=" + home, "xinheng.pack=nowhere")
                .run(context ->
                        assertThat(sentences(context.getStartupFailure())).contains("nowhere"));
    }

    private static String sentences(@Nullable Throwable failure) {
        return requireNonNull(new PackRefusedAnalyzer().analyze(requireNonNull(failure)))
                .getDescription();
    }
}
