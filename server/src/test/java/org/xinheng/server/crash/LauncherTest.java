package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./xinheng} on a machine made up of a folder: which JDK it takes, and what it says when something is missing. */
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "dirname",
            "readlink",
            "sed",
            "find",
            "head",
            "tail",
            "ls",
            "mkdir",
            "touch",
            "grep",
            "cut",
            "sort",
            "awk",
            "mktemp",
            "cp",
            "mv",
            "rm",
            "tr",
            "paste",
            "cat",
            "locale",
            "uniq");

    private static final String SHELL = "#!" + onPath("bash") + "\n";

    @TempDir
    private Path machine;

    private Path bin = Path.of("");
    private Path project = Path.of("");
    private final Map<String, String> environment = new HashMap<>();

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void furnish() throws IOException {
        bin = Files.createDirectories(machine.resolve("bin"));
        project = Files.createDirectories(machine.resolve("project"));
        for (var tool : TOOLS) {
            script(bin.resolve(tool), SHELL + "exec " + onPath(tool) + " \"$@\"\n");
        }
        // The same script, on a machine whose root is elsewhere.
        var script = Files.readString(
                Path.of(System.getProperty("xinheng.home", "..")).resolve("xinheng"));
        script(project.resolve("xinheng"), script.replaceAll("(?<=[\\s(])/(?=usr|opt|Library)", machine + "/"));
        maven(1);
        environment.put("HOME", machine.resolve("home").toString());
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Writes down what it was asked and on which JDK. */
    private void maven(int exit) throws IOException {
        script(bin.resolve("mvn"), SHELL + "echo \"$JAVA_HOME $*\" >>" + machine + "/mvn.log\nexit " + exit + "\n");
    }

    private Path jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        script(home.resolve("bin/java"), SHELL + "exit 0\n");
        script(home.resolve("bin/javac"), SHELL + "echo javac " + version + "\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void onPath(Path jdk) throws IOException {
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return run(project.resolve("xinheng"), arguments);
    }

    private Ran run(Path launcher, String... arguments) throws IOException, InterruptedException {
        var out = machine.resolve("out").toFile();
        var err = machine.resolve("err").toFile();
        var builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .directory(machine.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), read(out), read(err));
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    private void assertBuiltOn(Path jdk) throws IOException, InterruptedException {
        var ran = run("days", "add", "2026-01-01", "1");
        assertThat(ran.err()).contains("正在构建");
        assertThat(ran.out()).as("standard output belongs to the command").isEmpty();
        assertThat(Files.readString(machine.resolve("mvn.log"))).startsWith(jdk + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25",
                "usr/lib64/jvm/java-25",
                "usr/java/jdk-25",
                "opt/jdk-25",
                "opt/java/jdk-25",
                "usr/local/jdk-25",
                "home/.sdkman/candidates/java/25.0.1-tem",
                "home/.jdks/temurin-25.0.1",
                "home/.gradle/jdks/temurin-25",
                "home/.asdf/installs/java/temurin-25",
                "home/.local/share/mise/installs/java/25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
            })
    void findsAJdk25BesideTheJdk17OfThePath(String place) throws Exception {
        onPath(jdk("usr/lib/jvm/java-17", "17.0.12"));
        assertBuiltOn(jdk(place, "25.0.1"));
    }

    @Test
    void takesTheJdkOfJavaHomeWhenItIsNewEnough() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        environment.put("JAVA_HOME", jdk("home/mine", "26").toString());
        assertBuiltOn(machine.resolve("home/mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/lib/jvm/java-17", "nowhere"})
    void looksOnWhenJavaHomeIsWrong(String place) throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.12");
        environment.put("JAVA_HOME", machine.resolve(place).toString());
        assertBuiltOn(jdk("usr/lib/jvm/temurin-25", "25"));
    }

    @Test
    void takesTheJdkOfThePathThroughAllItsLinks() throws Exception {
        onPath(jdk("somewhere/else/jdk", "25.0.2"));
        assertBuiltOn(machine.resolve("somewhere/else/jdk"));
    }

    @Test
    void takesANewerJdkWhenThereIsNo25() throws Exception {
        onPath(jdk("usr/lib/jvm/java-17", "17.0.12"));
        assertBuiltOn(jdk("usr/lib/jvm/java-26", "26"));
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        Files.delete(jdk("usr/lib/jvm/jre-25", "25").resolve("bin/javac"));
        assertBuiltOn(jdk("opt/jdk-25", "25"));
    }

    @Test
    void saysInOneSentenceThatAJdkIsMissing() throws Exception {
        onPath(jdk("usr/lib/jvm/java-17", "17.0.12"));
        environment.put("JAVA_HOME", machine.resolve("usr/lib/jvm/java-17").toString());
        for (var command : List.of("days", "demo", "test")) {
            var ran = run(command);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(2);
            assertThat(ran.err()).contains("找不到 JDK 25：请安装").contains("No JDK 25 found: install one");
        }
        assertThat(machine.resolve("mvn.log")).doesNotExist();
    }

    @Test
    void saysInOneSentenceThatMavenIsMissing() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        Files.delete(bin.resolve("mvn"));
        var ran = run("codes", "check", "-");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.err()).contains("找不到 Maven").contains("Maven not found");
    }

    @Test
    void aBuildThatFailsIsSaidAndEndsWithTwo() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        var ran = run("pack", "lint", "x");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("构建失败");
    }

    @Test
    void unknownAndMissingCommandsShowTheUsage() throws Exception {
        for (var arguments :
                List.of(new String[0], new String[] {"frobnicate"}, new String[] {"test", "--frobnicate"})) {
            jdk("usr/lib/jvm/temurin-25", "25.0.1");
            var ran = run(arguments);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("用法 usage: ./xinheng");
        }
        assertThat(run("help").exit()).isZero();
    }

    @Test
    void worksThroughALinkFromAnotherFolder() throws Exception {
        var jdk = jdk("usr/lib/jvm/temurin-25", "25.0.1");
        var link = Files.createSymbolicLink(machine.resolve("link"), project.resolve("xinheng"));
        var _ = run(link, "days", "add", "2026-01-01", "1");
        assertThat(Files.readString(machine.resolve("mvn.log"))).startsWith(jdk + " ");
        assertThat(project.resolve("target")).isDirectory();
    }

    @Test
    void testsRunEverythingOnThatJdkAndEndAsMavenDid() throws Exception {
        var jdk = jdk("usr/lib/jvm/temurin-25", "25.0.1");
        script(bin.resolve("chromium"), SHELL);
        script(bin.resolve("fc-list"), SHELL + "echo a font\n");
        maven(0);
        assertThat(run("test").exit()).isZero();
        maven(1);
        assertThat(run("test", "--long").exit()).isEqualTo(1);
        assertThat(Files.readAllLines(machine.resolve("mvn.log")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith(jdk + " ").endsWith(" verify"))
                .last()
                .asString()
                .contains("-Dxinheng.long=true");
    }
}
