package org.xinheng.server.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.server.organisation.NamesInText;
import org.xinheng.server.organisation.Organisations;

/**
 * Finds organisations that a text names by itself, without a record behind the name (游离名称): a registered name or code. Such a name
 * would stay when the record ends. Public bodies of the place are named as those that decide and issue, and may stand.
 */
final class NamesCheck {

    /** Stands for what is not looked at; belongs to no name. */
    static final char BARRIER = '\uFFFC';

    private static final int MOST = 10;
    private static final int SHORTEST_CODE = 9;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ](?:[ 　-]?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]){8,24}");

    private final NamesInText names;
    private final Organisations organisations;

    NamesCheck(NamesInText names, Organisations organisations) {
        this.names = names;
        this.organisations = organisations;
    }

    /**
     * @param line in which it stands, from 1
     * @param column of its first character in the line, from 1
     * @param text what stands there
     */
    record FreeName(int line, int column, String text) {}

    /** In the order of the text. */
    List<FreeName> find(String text, Policy policy) {
        String looked = Mentions.blanked(text);
        BitSet bodies = bodies(looked, policy);
        List<FreeName> found = new ArrayList<>();
        names.find(looked, MOST).stream()
                .filter(name -> bodies.nextClearBit(name.at()) < name.at() + name.length())
                .forEach(name -> found.add(place(text, name.at(), name.length())));
        CodeReader codes = CodeReader.of(policy.codes());
        Matcher code = CODE.matcher(looked);
        while (code.find() && found.size() < MOST) {
            if (isCode(code.group(), codes)) {
                found.add(place(text, code.start(), code.end() - code.start()));
            }
        }
        found.sort(Comparator.comparingInt(FreeName::line).thenComparingInt(FreeName::column));
        return found;
    }

    /** Where names of public bodies of the place stand. A longer name that begins like one is not covered by it. */
    private static BitSet bodies(String text, Policy policy) {
        BitSet bodies = new BitSet(text.length());
        Stream.concat(
                        policy.authorities().stream().map(Authority::name),
                        Stream.of(policy.place().leadAuthority()))
                .map(Title::zh)
                .forEach(name -> {
                    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                        bodies.set(at, at + name.length());
                    }
                });
        return bodies;
    }

    /** A unified code that is right in itself, known here or not; older numbers only when the register knows them. */
    private boolean isCode(String typed, CodeReader codes) {
        CodeFinding read = codes.read(typed);
        if (read.normalised().length() < SHORTEST_CODE) {
            return false;
        }
        if (read.kind() == CodeKind.USCC && read.verdict() == Verdict.VALID) {
            return true;
        }
        return read.kind() != CodeKind.UNKNOWN
                && Stream.of(organisations.findByCode(typed), organisations.findByOlderNumber(typed))
                        .anyMatch(Optional::isPresent);
    }

    private static FreeName place(String text, int at, int length) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new FreeName(line, at - (before.lastIndexOf('\n') + 1) + 1, text.substring(at, at + length));
    }
}
