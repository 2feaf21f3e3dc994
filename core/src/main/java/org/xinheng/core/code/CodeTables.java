package org.xinheng.core.code;

import java.util.Map;
import java.util.Set;

/**
 * The code lists that codes are judged by. They are data of a policy pack, never literals.
 *
 * @param prefixes first two characters of a USCC (GB 32100) → Chinese name of the category
 * @param regions the six digits of every division or national registering authority (GB/T 2260), present and past
 */
public record CodeTables(Map<String, String> prefixes, Set<String> regions) {

    public CodeTables {
        prefixes = Map.copyOf(prefixes);
        regions = Set.copyOf(regions);
        for (String prefix : prefixes.keySet()) {
            if (prefix.length() != 2 || !Uscc.isCharacter(prefix.charAt(0)) || !Uscc.isCharacter(prefix.charAt(1))) {
                throw new IllegalArgumentException("prefix of a USCC must be two characters of its set: " + prefix);
            }
        }
        for (String region : regions) {
            if (region.length() != 6 || !RegistrationNumber.isDigits(region)) {
                throw new IllegalArgumentException("region must be six digits: " + region);
            }
        }
    }
}
