package org.xinheng.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An answer with its receipt (核查回执).
 *
 * @param receiptId number under which the server keeps the answer
 * @param asOf when it was true
 * @param measures that apply in this matter; empty unless it is a hit
 * @param json the answer as it came: keep it with the case
 */
public record Answer(String receiptId, Instant asOf, String code, String matter, List<Measure> measures, String json) {

    public Answer {
        measures = List.copyOf(measures);
    }

    /**
     * @param must whether it has to be taken, or may be
     * @param restriction whether it restricts, or favours
     * @param basis legal basis
     * @param until last day on which it applies
     */
    public record Measure(String id, String title, boolean must, boolean restriction, String basis, LocalDate until) {}
}
