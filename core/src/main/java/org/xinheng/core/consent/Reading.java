package org.xinheng.core.consent;

import java.util.Set;

/**
 * A read as it is asked for.
 *
 * @param reader who reads
 * @param purpose id of the purpose that it states
 * @param data ids of the categories asked for; empty for all that were granted
 */
public record Reading(String reader, String purpose, Set<String> data) {

    public Reading {
        data = Set.copyOf(data);
    }
}
