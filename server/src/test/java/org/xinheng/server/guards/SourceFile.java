package org.xinheng.server.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the project's sources.
 *
 * @param path below the project folder, with slashes
 */
record SourceFile(String path, String text) {

    private static final Path HOME =
            Path.of(System.getProperty("xinheng.home", "..")).toAbsolutePath().normalize();

    /** All files of what is shipped: peers and load programs are not. */
    static List<SourceFile> main(String... endings) {
        return modules()
                .filter(module -> !module.endsWith("benchmarks"))
                .flatMap(module -> files(module.resolve("src/main"), endings))
                .toList();
    }

    static List<SourceFile> tests() {
        return modules()
                .flatMap(module -> files(module.resolve("src/test"), ".java"))
                .toList();
    }

    private static Stream<Path> modules() {
        try (var folders = Files.list(HOME)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<SourceFile> files(Path folder, String... endings) {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(SourceFile::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(HOME.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isBelow(String folder) {
        return path.contains(folder);
    }

    /** Java without comments; what stands in quotes is kept. */
    String code() {
        return new JavaText(text).code;
    }

    /** What stands in quotes and text blocks of a Java file. */
    List<String> literals() {
        return new JavaText(text).literals;
    }

    /** Just enough of Java's lexical grammar to tell code, comments and literals apart. */
    private static final class JavaText {

        private final String text;
        private final List<String> literals = new ArrayList<>();
        private final String code;
        private int at;

        JavaText(String text) {
            this.text = text;
            var kept = new StringBuilder(text.length());
            while (at < text.length()) {
                int begin = at;
                if (text.startsWith("//", at)) {
                    at = end("\n");
                    kept.append('\n');
                } else if (text.startsWith("/*", at)) {
                    at = end("*/");
                } else if (text.startsWith("\"\"\"", at)) {
                    literal("\"\"\"");
                    kept.append(text, begin, at);
                } else if (text.charAt(at) == '"') {
                    literal("\"");
                    kept.append(text, begin, at);
                } else if (text.charAt(at) == '\'') {
                    quoted("'");
                    kept.append(text, begin, at);
                } else {
                    kept.append(text.charAt(at++));
                }
            }
            code = kept.toString();
        }

        private int end(String mark) {
            int found = text.indexOf(mark, at + mark.length());
            return found < 0 ? text.length() : found + mark.length();
        }

        private void literal(String quote) {
            int begin = at + quote.length();
            quoted(quote);
            literals.add(text.substring(begin, Math.max(begin, at - quote.length())));
        }

        private void quoted(String quote) {
            at += quote.length();
            while (at < text.length() && !text.startsWith(quote, at)) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(text.length(), at + quote.length());
        }
    }
}
