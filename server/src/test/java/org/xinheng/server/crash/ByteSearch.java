package org.xinheng.server.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for many byte strings at once, at every position of whatever it is given. */
final class ByteSearch {

    private static final int PART = 8 << 20;

    private final Map<Integer, List<Pattern>> byFirstFour = new HashMap<>();
    /** Whether any pattern begins with these two bytes: most positions need no more than this look. */
    private final boolean[] firstTwo = new boolean[1 << 16];

    private final int longest;

    /** @param meaning what to say when it is found */
    record Pattern(byte[] bytes, String meaning) {}

    ByteSearch(List<Pattern> patterns) {
        int most = 0;
        for (var pattern : patterns) {
            var bytes = pattern.bytes();
            byFirstFour
                    .computeIfAbsent(firstFour(bytes, 0), _ -> new ArrayList<>())
                    .add(pattern);
            firstTwo[(bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF] = true;
            most = Math.max(most, bytes.length);
        }
        longest = most;
    }

    static ByteSearch of(String text, java.nio.charset.Charset charset) {
        return new ByteSearch(List.of(new Pattern(text.getBytes(charset), text)));
    }

    private static int firstFour(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 4).getInt();
    }

    List<String> in(byte[] content, int length) {
        var found = new ArrayList<String>();
        for (int i = 0; i + 4 <= length; i++) {
            if (firstTwo[(content[i] & 0xFF) << 8 | content[i + 1] & 0xFF]) {
                for (var pattern : byFirstFour.getOrDefault(firstFour(content, i), List.of())) {
                    if (standsAt(content, length, i, pattern.bytes())) {
                        found.add(pattern.meaning());
                    }
                }
            }
        }
        return found;
    }

    private static boolean standsAt(byte[] content, int length, int at, byte[] pattern) {
        return at + pattern.length <= length
                && java.util.Arrays.equals(content, at, at + pattern.length, pattern, 0, pattern.length);
    }

    /** Every file below a folder, whatever it is; those that vanish meanwhile are gone. */
    List<String> below(Path folder) throws IOException {
        var found = new ArrayList<String>();
        if (Files.notExists(folder)) {
            return found;
        }
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("/bin-"))
                    .toList();
        } catch (UncheckedIOException e) {
            return below(folder);
        }
        for (var file : files) {
            found.addAll(inFile(file).stream()
                    .map(meaning -> folder.relativize(file) + ": " + meaning)
                    .toList());
        }
        return found;
    }

    private List<String> inFile(Path file) throws IOException {
        var found = new ArrayList<String>();
        var part = ByteBuffer.allocate(PART + longest);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(part) >= 0) {
                if (!part.hasRemaining()) {
                    found.addAll(in(part.array(), part.position()));
                    part.position(part.position() - longest).compact();
                }
            }
            found.addAll(in(part.array(), part.position()));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return found.stream().distinct().toList();
    }
}
