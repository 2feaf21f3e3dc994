package org.xinheng.server.correction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer is reached.
 *
 * @param name as it stands on the public board: name of an organisation or its system, never of a person
 * @param types ids of record types whose public records it takes over in bulk; empty for one that asks checks only
 * @param webhook address to which notices are posted; null for one that fetches them
 * @param probe address with {@code {id}} in it, which answers 404 or 410 once the record of this opaque id is gone; null
 *     where there is none
 */
public record Registration(
        String name,
        List<String> types,
        @Nullable String webhook,
        @Nullable String probe) {

    public Registration {
        types = List.copyOf(types);
    }
}
