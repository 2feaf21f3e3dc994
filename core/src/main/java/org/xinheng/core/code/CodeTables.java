package org.xinheng.core.code;

import java.util.Map;
import java.util.Set;

/**
 * Code lists that the readers of codes need, from the national pack.
 *
 * @param prefixes first two characters of a unified social credit code → Chinese name of the category
 * @param regions every six-digit division code that a list of GB/T 2260 ever held
 */
public record CodeTables(Map<String, String> prefixes, Set<String> regions) {

    public CodeTables {
        prefixes = Map.copyOf(prefixes);
        regions = Set.copyOf(regions);
    }
}
