package org.xinheng.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its receipt (核查回执).
 *
 * @param receiptId number under which the server keeps the answer
 * @param asOf when it was true
 * @param validUntil last day on which it may be relied on; null where the server does not say so yet
 * @param measures that apply in this matter; empty unless it is a hit
 * @param lookAlikes organisations whose code is one slip away; empty unless the one asked for is unknown
 * @param json the answer as it came: keep it with the case
 * @param proof its signed proof: keep it too; null where there is none
 */
public record Answer(
        String receiptId,
        Instant asOf,
        @Nullable LocalDate validUntil,
        String code,
        String matter,
        List<Measure> measures,
        List<LookAlike> lookAlikes,
        String json,
        @Nullable String proof) {

    public Answer {
        measures = List.copyOf(measures);
        lookAlikes = List.copyOf(lookAlikes);
    }

    /** Numbers of exercises begin so; those of receipts are digits. */
    private static final String EXERCISE = "SANDBOX-";

    /** Whether it tells of a made-up organisation (演练): nothing may be decided on it. */
    public boolean exercise() {
        return receiptId.startsWith(EXERCISE);
    }

    /**
     * @param must whether it has to be taken, or may be
     * @param restriction whether it restricts, or favours
     * @param basis legal basis
     * @param until last day on which it applies
     */
    public record Measure(String id, String title, boolean must, boolean restriction, String basis, LocalDate until) {}

    /** Somebody who may have been meant; whether so is for a human to say, who asks again with that code. */
    public record LookAlike(String code, String name) {}
}
