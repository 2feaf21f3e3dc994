package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.DocumentTemplate;

/** What the check of the packs takes for served by an act is served by one, and the national pack has its text. */
class ServedDocumentsTest {

    @Test
    void everyDocumentServedByAnActIsNamedInTheServer() throws IOException {
        String sources = sources();

        assertThat(DocumentTemplate.SERVED_BY_ACTS)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(sources).contains('"' + id + '"'));
    }

    @Test
    void theNationalPackHasATextForEach() throws IOException {
        assertThat(PackLoader.load(Project.home().resolve("policy-packs"), "national"))
                .isInstanceOfSatisfying(
                        PackLoading.Loaded.class,
                        loaded -> assertThat(loaded.policy().instruments().documents())
                                .containsKeys(DocumentTemplate.SERVED_BY_ACTS.toArray(String[]::new)));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Project.home().resolve("server/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ServedDocumentsTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
