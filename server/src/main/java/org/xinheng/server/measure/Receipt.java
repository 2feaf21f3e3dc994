package org.xinheng.server.measure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;

/**
 * A check that was answered (核查回执): durable before anybody sees the answer.
 *
 * @param actor account or client that asked
 * @param organisationId the subject, null when it was not identified
 * @param proof signed place in its batch, as {@link org.xinheng.core.receipt.ReceiptProof} writes it; null when it is older than the
 *     signatures
 * @param answer the answer as it was given, JSON in UTF-8; owned by the receipt
 */
@SuppressWarnings("ArrayRecordComponent")
public record Receipt(
        long id,
        Instant askedAt,
        String actor,
        Actor.Kind actorKind,
        @Nullable Long organisationId,
        @Nullable String proof,
        byte[] answer) {

    public boolean askedBy(Actor actor) {
        return actor.name().equals(this.actor) && actor.kind() == actorKind;
    }
}
