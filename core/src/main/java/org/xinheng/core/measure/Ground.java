package org.xinheng.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateFacts;

/**
 * A current record as a possible ground of measures (措施依据), and nothing else of it.
 *
 * @param recordType id of the record type
 * @param decidedOn the decision date (Asia/Shanghai), from which every effect is counted
 * @param kinds values of the kind field
 * @param fineYuan the fine in yuan, null when there is none or its amount is unknown: then no threshold is reached
 * @param lastDay last day of the act itself where its effects end with it, as with a listing for a term; else null
 * @param firstDay first day of the act itself where its effects begin with it, as with a ban; else null
 */
public record Ground(
        String recordType,
        LocalDate decidedOn,
        List<String> kinds,
        @Nullable BigDecimal fineYuan,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate firstDay) {

    public Ground {
        kinds = List.copyOf(kinds);
    }

    /** A ground whose effects begin with its decision. */
    public Ground(
            String recordType,
            LocalDate decidedOn,
            List<String> kinds,
            @Nullable BigDecimal fineYuan,
            @Nullable LocalDate lastDay) {
        this(recordType, decidedOn, kinds, fineYuan, lastDay, null);
    }

    /** First day on which anything may rest on it: never before the decision. */
    public LocalDate begins() {
        return firstDay == null || firstDay.isBefore(decidedOn) ? decidedOn : firstDay;
    }

    /**
     * The ground that a record gives, empty when nothing may rest on it: its authority says that it no longer holds, it has
     * no decision date, or the publish gate holds it for want of law, number, authority or window. Whether the public sees
     * it does not matter: a law that attaches a consequence to a finding does not ask for its publication.
     *
     * @param gate rules of the type: they say which values mean that an act no longer holds, and whether it ends by itself
     * @param held whether the publish gate holds the record
     */
    public static Optional<Ground> of(RecordType type, @Nullable GateRules gate, GateFacts facts, boolean held) {
        boolean ended =
                gate != null && facts.status() != null && gate.hiddenStatuses().contains(facts.status());
        return held || ended || facts.decidedOn() == null
                ? Optional.empty()
                : Optional.of(new Ground(
                        type.id(),
                        facts.decidedOn(),
                        facts.kinds(),
                        facts.fineYuan(),
                        endsWithValidity(gate) ? facts.validTo() : null,
                        endsWithValidity(gate) ? facts.validFrom() : null));
    }

    /** The same rule as for publication: a listing, a permit or an honour ends by itself, a penalty's weight does not. */
    private static boolean endsWithValidity(@Nullable GateRules gate) {
        return gate != null && (gate.endsWithValidity() || gate.shownUntil() == GateRules.ShownUntil.END_OF_VALIDITY);
    }
}
