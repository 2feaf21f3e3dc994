package org.xinheng.server.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries as faces (API, page, shell) hand them in and ask for them. */
public interface Deliveries {

    /**
     * Receives a file: reads it once, checks every row, keeps the cleaned rows sealed on the disk. Returns when they would
     * survive a crash, or when the file was rejected.
     *
     * @param file read to its end; a stream that breaks off throws and never becomes a delivery
     * @return the delivery, {@link Delivery.State#RECEIVED} or {@link Delivery.State#REJECTED}; with an idempotency key
     *     that was used before, the delivery of then, whatever its state
     * @throws OrderRefused when type or source are not known
     * @throws IOException when the stream broke off or the disk is full
     */
    Delivery receive(Order order, InputStream file) throws IOException;

    Optional<Delivery> find(long id);

    /**
     * @param source code or id of the delivering source
     * @param idempotencyKey that it chose; one that was rejected after all has none
     */
    Optional<Delivery> find(String source, String idempotencyKey);

    /**
     * Newest first.
     *
     * @param source whose deliveries, those that it delivered for others included; null for everybody's
     */
    List<Delivery> ofSource(@Nullable String source, int limit);

    /**
     * One page of what is looked for.
     *
     * @param offset how many come before it
     */
    DeliverySearch.Found search(DeliverySearch search, long offset, int limit);

    /** How much of the way is behind a delivery, in per cent; 100 only when every row is answered. */
    int progress(Delivery delivery);

    /**
     * Waits until a delivery is closed or rejected.
     *
     * @return its state when that happened or the patience ended
     */
    Delivery await(long id, Duration patience) throws InterruptedException;

    /** 零报告: the source has nothing to report in its cycle. */
    void reportZero(String type, String source, String actor);

    /**
     * @param source code or id of the delivering source
     * @param fileName for people only
     * @param idempotencyKey chosen by the client: the same key from the same source is the same delivery
     * @param historical backlog: archived, outside the measure of timeliness
     * @param mandated by whom, when another body delivers it; null otherwise
     */
    record Order(
            String type,
            String source,
            String actor,
            String fileName,
            @Nullable String idempotencyKey,
            boolean historical,
            @Nullable Mandated mandated) {

        /** From the source itself, or from the credit office. */
        public Order(
                String type,
                String source,
                String actor,
                String fileName,
                @Nullable String idempotencyKey,
                boolean historical) {
            this(type, source, actor, fileName, idempotencyKey, historical, null);
        }
    }
}
