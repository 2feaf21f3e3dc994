package org.xinheng.core.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was taken; never changed, never taken back.
 *
 * @param no number in the proceeding, 1 for the proposal
 * @param at when it was taken down, by the server's clock
 * @param answerBy for a notice: the last day of the time to answer; else null
 */
public record Step(
        int no, Act act, Officer by, Instant at, @Nullable LocalDate answerBy) {}
