package org.xinheng.server.breach.page;

import java.util.List;

/**
 * A notice in words.
 *
 * @param body name of the body or enterprise in breach
 * @param record type and day of the record
 * @param history what became of the notice, oldest first
 * @param open whether it waits to be acknowledged
 */
public record BreachView(
        String id,
        String number,
        String state,
        String body,
        String code,
        String record,
        String document,
        String superior,
        String written,
        String due,
        String basis,
        List<String> history,
        boolean open) {

    public BreachView {
        history = List.copyOf(history);
    }
}
