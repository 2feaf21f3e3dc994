package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault planted into a copy of the shipped packs.
 *
 * @param file the file that is changed
 * @param before text that stands there
 * @param after what is put in its place
 * @param code fault that must be reported
 * @param at text, in the changed file, of the line that the fault must name; empty for the whole file
 */
record Plant(String file, String before, String after, String code, String at) {

    @Override
    public String toString() {
        return code + " in " + file;
    }

    /** Plants the fault and asks for it: its code, its file and its line. */
    void isReported(Path packs, String pack) throws IOException {
        Path changed = packs.resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(before);
        String planted = text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
        Files.writeString(changed, planted);

        List<PackFault> found = faults(packs, pack).stream()
                .filter(fault -> fault.code().equals(code))
                .toList();

        assertThat(found).extracting(fault -> fault.position().file()).contains(file);
        if (!at.isEmpty()) {
            int offset = planted.indexOf(at);
            assertThat(offset).isNotNegative();
            int line = 1
                    + (int) planted.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            assertThat(found).extracting(fault -> fault.position().line()).contains(line);
        }
    }

    static List<PackFault> faults(Path packs, String pack) throws IOException {
        return switch (PackLoader.load(packs, pack)) {
            case PackLoading.Faulty faulty -> faulty.faults();
            case PackLoading.Loaded loaded ->
                throw new AssertionError("loaded " + loaded.policy().pack());
        };
    }
}
