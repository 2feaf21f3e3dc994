package org.xinheng.server.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among deliveries.
 *
 * @param source whose deliveries, those that it delivered for others included; null for everybody's
 * @param type id of a record type; null for all
 * @param state null for all
 * @param fileName part of the file's name; empty for all
 * @param falling whether the order is turned round
 */
public record DeliverySearch(
        @Nullable String source,
        @Nullable String type,
        Delivery.@Nullable State state,
        String fileName,
        Order order,
        boolean falling) {

    /** The same among the deliveries of one source. */
    public DeliverySearch of(String other) {
        return new DeliverySearch(other, type, state, fileName, order, falling);
    }

    /** By what deliveries are ordered; among equals by their arrival. */
    public enum Order {
        RECEIVED,
        FILE,
        TYPE,
        SOURCE,
        STATE,
        REFUSED
    }

    /** @param total how many there are, on all pages */
    public record Found(List<Delivery> deliveries, long total) {
        public Found {
            deliveries = List.copyOf(deliveries);
        }
    }
}
