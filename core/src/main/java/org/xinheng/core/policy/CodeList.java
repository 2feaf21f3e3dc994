package org.xinheng.core.policy;

import java.util.List;
import java.util.Map;

/**
 * A closed list of values for a field (代码集).
 *
 * @param values accepted values with their titles, in the official order
 * @param aliases other spellings and older codes → accepted value
 * @param openPrefixes a value that begins with one of these ("其他-") is accepted as it stands
 * @param separators characters that part several values in one cell
 */
public record CodeList(
        Rule rule,
        Map<String, Title> values,
        Map<String, String> aliases,
        List<String> openPrefixes,
        String separators) {}
