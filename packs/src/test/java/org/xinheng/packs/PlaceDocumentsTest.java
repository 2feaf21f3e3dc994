package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** The tables in {@code docs/places} leave nothing open: each row has one state, the counts are right, what is carried exists. */
class PlaceDocumentsTest {

    private static final Pattern STATE = Pattern.compile(
            "carried|not yet|declined — (person|representative|qualification|unlisted|catalogue|voluntary|office): \\S.*");
    private static final Pattern RULE = Pattern.compile("`([a-z-]+):([a-z-]+)(?:/([a-z0-9.-]+|\\*))?`");
    /** A module, or a page of the server. */
    private static final Pattern WORD = Pattern.compile("`([a-z]+|/[^`]*)`");

    private static final Path SOURCES = Project.home().resolve("server", "src", "main", "java");
    private static final String SERVER = sources();

    @ParameterizedTest
    @ValueSource(strings = {"neijiang", "jilin", "shangqiu", "mishan", "urumqi"})
    void everyTaskHasOneNumberAndOneState(String place) throws IOException {
        List<String[]> tasks = rows(place, "Tasks");

        assertThat(tasks).hasSizeGreaterThan(40);
        assertThat(tasks).allSatisfy(cells -> {
            assertThat(cells).as(cells[0]).hasSize(4).noneMatch(String::isBlank);
            assertThat(cells[3]).as(cells[0]).matches(STATE);
        });
        assertThat(tasks.stream().map(cells -> cells[0])).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"neijiang", "jilin", "shangqiu", "mishan", "urumqi"})
    void theCountsAtTheEndAreThoseOfTheRows(String place) throws IOException {
        Map<String, Long> counted = new TreeMap<>();
        for (String[] cells : rows(place, "Tasks")) {
            counted.merge("all", 1L, Long::sum);
            String[] state = cells[3].split(" — |: ", 3);
            counted.merge(state[0], 1L, Long::sum);
            if (state.length > 1) {
                counted.merge("— " + state[1], 1L, Long::sum);
            }
        }

        Map<String, Long> written = rows(place, "Count").stream()
                .collect(Collectors.toMap(
                        cells -> cells[0], cells -> Long.valueOf(cells[1]), (a, b) -> a, TreeMap::new));
        assertThat(written).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"neijiang", "jilin", "shangqiu", "mishan", "urumqi"})
    void aRuleThatCarriesATaskExists(String place) throws IOException {
        for (String[] cells : rows(place, "Tasks")) {
            if (cells[3].equals("carried")) {
                for (MatchResult rule : RULE.matcher(cells[2]).results().toList()) {
                    assertThat(exists(rule)).as(cells[0] + ": " + rule.group()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"neijiang", "jilin", "shangqiu", "mishan", "urumqi"})
    void aModuleOrPageThatCarriesATaskExists(String place) throws IOException {
        for (String[] cells : rows(place, "Tasks")) {
            if (cells[3].equals("carried")) {
                for (MatchResult word : WORD.matcher(cells[2]).results().toList()) {
                    assertThat(isThere(word.group(1)))
                            .as(cells[0] + ": " + word.group())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsNotThereIsFound() throws IOException {
        assertThat(isThere("casework")).isTrue();
        assertThat(isThere("/ledgers/collection")).isTrue();
        assertThat(isThere("nowhere")).isFalse();
        assertThat(isThere("/ledgers/nowhere")).isFalse();
        assertThat(isThere("/ledgers")).isFalse();
        assertThat(exists(rule("`national:lists/*`"))).isTrue();
        assertThat(exists(rule("`national:nowhere/*`"))).isFalse();
        assertThat(exists(rule("`national:deadlines/publication`"))).isTrue();
        assertThat(exists(rule("`national:deadlines/nowhere`"))).isFalse();
    }

    private static MatchResult rule(String named) {
        return RULE.matcher(named).results().findFirst().orElseThrow();
    }

    /** Whether the server has such a package, or says such a path among its sources; the library for callers stands beside it. */
    private static boolean isThere(String word) {
        return word.startsWith("/")
                ? SERVER.contains('"' + word + '"')
                : word.equals("client")
                        || Files.isRegularFile(SOURCES.resolve("org/xinheng/server", word, "package-info.java"));
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(MatchResult rule) throws IOException {
        Policy policy = PackLoaderTest.load(PackLoaderTest.PACKS, rule.group(1));
        String id = rule.group(3);
        if (Objects.equals(id, "*")) {
            Path pack = PackLoaderTest.PACKS.resolve(rule.group(1));
            return Files.isDirectory(pack.resolve(rule.group(2)))
                    || Files.isRegularFile(pack.resolve(rule.group(2) + ".yaml"));
        }
        return id == null
                ? Files.isRegularFile(PackLoaderTest.PACKS.resolve(rule.group(1), rule.group(2) + ".yaml"))
                : policy.rules().stream()
                        .filter(one -> one.place().startsWith(rule.group(1) + "/" + rule.group(2)))
                        .map(Rule::id)
                        .anyMatch(own -> own.equals(id) || own.endsWith("." + id));
    }

    /** The cells of the first table below a heading, without its head. */
    private static List<String[]> rows(String place, String heading) throws IOException {
        Path document = Project.home().resolve("docs", "places", place + ".md");
        return Files.readAllLines(document).stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toArray(String[]::new))
                .toList();
    }
}
