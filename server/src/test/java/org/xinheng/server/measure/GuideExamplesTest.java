package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import tools.jackson.databind.json.JsonMapper;

/** What the guides tell people to type, typed against the running server. */
class GuideExamplesTest extends RecordsServer {

    private static final String CLIENT = "guide:guide-secret";
    private static final String ENGLISH = "checks.md";
    private static final String CHINESE = "checks.zh-CN.md";
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    @BeforeEach
    void somethingIsKnown() throws Exception {
        var office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyReportsZero();
        office.deliver(base, "罚款", "5", "2026-06-05");
        office.deliver(base + 1, "吊销许可证件;罚款", "300", "2026-06-05");
        setup.client("guide", "guide-secret", Set.of(Permission.CHECK), null);
    }

    /** The first block of a language in a guide. */
    private static String block(String guide, String language) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("xinheng.home"), "docs", "guide", guide));
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    private String run(String server, String code, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("XINHENG", server);
        program.environment().put("CLIENT", CLIENT);
        program.environment().put("CODE", code);
        program.environment().put("PYTHONIOENCODING", "UTF-8");
        program.environment().put("LC_ALL", "C.UTF-8");
        program.environment().remove("http_proxy");
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(said).isTrue();
        return said.strip();
    }

    private static boolean here(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private String python(String guide, String server, int organisation) throws IOException, InterruptedException {
        Path script = folder.resolve("check.py");
        Files.writeString(script, block(guide, "python"));
        return run(server, "", List.of("python3", script.toString(), PenaltyFile.code(organisation)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void thePythonOfTheGuideAsksAndNeverTakesAFaultForClear(String guide) throws Exception {
        assumeTrue(here("python3"), "no python3 on this machine");

        assertThat(python(guide, address(), base)).startsWith("CLEAR ");
        assertThat(python(guide, address(), base + 1)).startsWith("APPLY procurement.major-violation");
        assertThat(python(guide, address(), base + 900)).startsWith("UNKNOWN ");
        assertThat(python(guide, "http://localhost:1", base)).isEqualTo("WAIT");
        assertThat(python(guide, address() + "/nowhere", base)).isEqualTo("WAIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void theCurlOfTheGuideAsks(String guide) throws Exception {
        assumeTrue(here("curl") && here("python3"), "no curl or python3 on this machine");
        String script = block(guide, "bash").replace("2026-15-1", guide + base);

        var answer =
                JsonMapper.shared().readTree(run(address(), PenaltyFile.code(base + 1), List.of("bash", "-c", script)));

        assertThat(answer.path("outcome").asString()).isEqualTo("HIT");
        assertThat(answer.path("validUntil").asString()).isEqualTo(day().toString());
    }
}
