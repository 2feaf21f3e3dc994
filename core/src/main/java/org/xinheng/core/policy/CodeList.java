package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A closed list of values for a field (代码集).
 *
 * @param values accepted values with their titles, in the official order; a cell may hold the value or its Chinese title
 * @param aliases other spellings and older codes → accepted value
 * @param openPrefixes a value that begins with one of these and goes on ("其他-…") is accepted; the first is the form in
 *     which it is kept, the others are spellings of it. Tables by value name such values by the first prefix alone
 * @param separators characters that part several values in one cell
 * @param states value → state of registration that it means, for the list of the register's states
 */
public record CodeList(
        Rule rule,
        Map<String, Title> values,
        Map<String, String> aliases,
        List<String> openPrefixes,
        String separators,
        Map<String, SubjectState> states) {

    /** A list whose values mean no state. */
    public CodeList(
            Rule rule,
            Map<String, Title> values,
            Map<String, String> aliases,
            List<String> openPrefixes,
            String separators) {
        this(rule, values, aliases, openPrefixes, separators, Map.of());
    }

    public CodeList {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        aliases = Map.copyOf(aliases);
        openPrefixes = List.copyOf(openPrefixes);
        states = Map.copyOf(states);
    }

    public String id() {
        return rule.id();
    }
}
