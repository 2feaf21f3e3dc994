package org.xinheng.server.publicity.reading;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Basis;

/**
 * One step of the publish gate: why a record is shown, and for how long.
 *
 * @param code key of the sentence
 * @param basis where the rule behind it comes from; null where the house law alone decides
 */
public record Reason(String code, @Nullable Basis basis) {}
