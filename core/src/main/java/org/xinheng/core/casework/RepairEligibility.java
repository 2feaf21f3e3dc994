package org.xinheng.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the repair of a record can be asked for (信用修复资格), and if not, all that is missing and the earliest day. Order 36: the
 * shortest period is over, the duties are done and proved, the commitment is given.
 */
public record RepairEligibility(
        List<Missing> missing, @Nullable LocalDate earliest) {

    public RepairEligibility {
        missing = List.copyOf(missing);
    }

    public boolean ready() {
        return missing.isEmpty();
    }

    /** What stands in the way. */
    public enum Missing {
        /** The record is not adverse: there is nothing to repair. */
        NOT_ADVERSE,
        /** The law says that this one is not repaired, or the gate knows no day. */
        NOT_REPAIRABLE,
        /** The shortest period runs. */
        TOO_EARLY,
        /** Proof of performance (履行证明). */
        PROOF,
        /** Commitment letter (信用承诺书). */
        COMMITMENT,
        /** False material was handed in before: no repair on a commitment for the time being. */
        BARRED,
        /** A case on it is open. */
        OPEN_CASE
    }

    /**
     * @param adverse whether the record is one that can be repaired at all
     * @param earliest earliest day as the publish gate computed it; null where it computed none
     * @param proof whether proof of performance is there
     * @param commitment whether the commitment letter is there
     * @param barredUntil last day on which the organisation may not ask; null for none
     * @param openCase whether a repair of the record is being decided
     */
    public record Facts(
            boolean adverse,
            @Nullable LocalDate earliest,
            boolean proof,
            boolean commitment,
            @Nullable LocalDate barredUntil,
            boolean openCase) {}

    /** @param day on which it would be asked for (Asia/Shanghai) */
    public static RepairEligibility on(LocalDate day, Facts facts) {
        if (!facts.adverse()) {
            return new RepairEligibility(List.of(Missing.NOT_ADVERSE), null);
        }
        if (facts.earliest() == null) {
            return new RepairEligibility(List.of(Missing.NOT_REPAIRABLE), null);
        }
        List<Missing> missing = new ArrayList<>();
        boolean barred = facts.barredUntil() != null && !day.isAfter(facts.barredUntil());
        add(missing, Missing.TOO_EARLY, day.isBefore(facts.earliest()));
        add(missing, Missing.BARRED, barred);
        add(missing, Missing.OPEN_CASE, facts.openCase());
        add(missing, Missing.PROOF, !facts.proof());
        add(missing, Missing.COMMITMENT, !facts.commitment());
        return new RepairEligibility(missing, earliest(facts));
    }

    private static void add(List<Missing> missing, Missing what, boolean is) {
        if (is) {
            missing.add(what);
        }
    }

    private static @Nullable LocalDate earliest(Facts facts) {
        LocalDate barred = facts.barredUntil();
        LocalDate byPeriod = facts.earliest();
        return barred != null && byPeriod != null && !barred.isBefore(byPeriod) ? barred.plusDays(1) : byPeriod;
    }
}
