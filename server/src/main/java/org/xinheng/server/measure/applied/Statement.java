package org.xinheng.server.measure.applied;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.use.Support;

/**
 * What somebody states: that the own body applies a measure.
 *
 * @param code of the organisation as it was typed
 * @param record address of the record that it rests on; blank for none
 * @param judgement what else it is said to rest on; null for nothing else
 * @param decision number of the decision that applies it
 * @param receiptId receipt of the check behind it; null for none
 */
public record Statement(
        String code,
        String matter,
        String measure,
        String record,
        Support.@Nullable Kind judgement,
        String decision,
        @Nullable Long receiptId) {}
