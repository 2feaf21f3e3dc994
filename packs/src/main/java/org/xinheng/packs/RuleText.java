package org.xinheng.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Rule;

/** The block of a rule as it stands in its file, with the remarks right above it. */
public final class RuleText {

    /** A record type is a whole file; beyond this the reader is better served by the file. */
    private static final int LINES_SHOWN = 60;

    private RuleText() {}

    /** @param packs the folder that holds the packs */
    public static String of(Path packs, Rule rule) throws IOException {
        int colon = rule.place().lastIndexOf(':');
        return block(Files.readAllLines(packs.resolve(rule.place().substring(0, colon))), rule);
    }

    /** The blocks of many rules by id; each file is read once. */
    public static Map<String, String> all(Path packs, List<Rule> rules) throws IOException {
        Map<String, List<String>> files = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Rule rule : rules) {
            String file = rule.place().substring(0, rule.place().lastIndexOf(':'));
            List<String> lines = files.get(file);
            if (lines == null) {
                lines = Files.readAllLines(packs.resolve(file));
                files.put(file, lines);
            }
            texts.put(rule.id(), block(lines, rule));
        }
        return texts;
    }

    private static String block(List<String> lines, Rule rule) {
        int colon = rule.place().lastIndexOf(':');
        int first = Integer.parseInt(rule.place().substring(colon + 1)) - 1;
        boolean item = lines.get(first).strip().startsWith("- ");
        int depth = indent(lines.get(first));
        boolean wholeFile = !item && depth == 0;
        if (!item && !wholeFile) {
            first = keyAbove(lines, first);
            depth = indent(lines.get(first));
        }
        List<String> block = new ArrayList<>();
        for (int i = first - 1; i >= 0 && isRemark(lines.get(i)) && indent(lines.get(i)) == depth; i--) {
            block.addFirst(lines.get(i));
        }
        block.add(lines.get(first));
        for (int i = first + 1; i < lines.size() && block.size() < LINES_SHOWN; i++) {
            String line = lines.get(i);
            if (!wholeFile && !line.isBlank() && indent(said(lines, i)) <= depth) {
                break;
            }
            block.add(line);
        }
        return String.join("\n", block).stripTrailing().stripIndent();
    }

    /** The line of the key whose mapping begins with a line. */
    private static int keyAbove(List<String> lines, int first) {
        int depth = indent(lines.get(first));
        int key = first - 1;
        while (key > 0 && (lines.get(key).isBlank() || isRemark(lines.get(key)) || indent(lines.get(key)) >= depth)) {
            key--;
        }
        return key;
    }

    /** The line, or the one that follows a remark: a remark stands with what comes after it. */
    private static String said(List<String> lines, int line) {
        int next = line;
        while (next < lines.size() - 1 && (lines.get(next).isBlank() || isRemark(lines.get(next)))) {
            next++;
        }
        return lines.get(next);
    }

    private static boolean isRemark(String line) {
        return line.strip().startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
