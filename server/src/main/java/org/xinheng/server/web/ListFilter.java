package org.xinheng.server.web;

import java.util.List;
import java.util.function.Function;

/**
 * What a list can be searched for.
 *
 * @param id name in the address
 * @param choices to choose from; without any it is a field to type into
 */
public record ListFilter(String id, Text label, List<Choice> choices) {

    public ListFilter {
        choices = List.copyOf(choices);
    }

    /** @param value as the address writes it */
    public record Choice(String value, Function<Words, String> label) {}
}
