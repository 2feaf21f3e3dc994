package org.xinheng.core.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a frozen draw is committed to and never published (内部附件): risk classes with how many of each are drawn, the class of each lot,
 * and who may not visit whom. Auditor and court get it with the full bundle.
 *
 * @param salt 16 random bytes in hexadecimal digits
 * @param strata classes (分层), by id
 * @param classes class of each lot, by its label
 * @param conflicts staff numbers that may not come (回避), by code of the organisation; those without any are not in it
 */
public record Annex(
        String salt, List<Stratum> strata, Map<String, String> classes, Map<String, List<String>> conflicts) {

    /**
     * @param size organisations in the class
     * @param take how many of them are drawn, which is the number of its lots
     */
    public record Stratum(String group, int size, int take) {
        public Stratum {
            Lines.check(group);
            if (take < 0 || take > size) {
                throw new IllegalArgumentException("draws " + take + " of " + size);
            }
        }
    }

    public Annex {
        if (Hash.parse(salt).length != Opening.SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + Opening.SALT_BYTES + " bytes");
        }
        strata = List.copyOf(strata);
        classes = Collections.unmodifiableMap(new TreeMap<>(classes));
        conflicts = Collections.unmodifiableMap(new TreeMap<>(conflicts));
    }

    /** SHA-256 over the salt and the lines, each with its line feed, in hexadecimal digits. */
    public String commitment() {
        return Hash.hex(Hash.of(Hash.parse(salt), Hash.bytes(String.join("\n", entries()) + "\n")));
    }

    private List<String> entries() {
        List<String> lines = new ArrayList<>();
        strata.forEach(one -> lines.add(String.join(
                Lines.TAB, "stratum", one.group(), Integer.toString(one.size()), Integer.toString(one.take()))));
        classes.forEach((lot, group) -> lines.add(String.join(Lines.TAB, "class", lot, group)));
        conflicts.forEach((code, staff) -> lines.add(String.join(Lines.TAB, "conflict", code, PoolRow.joined(staff))));
        return lines;
    }

    /** As it stands in the full bundle. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("salt" + Lines.TAB + salt);
        lines.addAll(entries());
        return lines;
    }
}
