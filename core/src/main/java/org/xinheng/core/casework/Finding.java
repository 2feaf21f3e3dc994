package org.xinheng.core.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.RecordType;

/**
 * The record on which a case hangs that burdens an organisation (认定依据): a decision, or an inspection that found
 * something. A grade, a risk class, a warning or a merit never is one.
 *
 * @param recordType id of the type
 * @param judgement whether the type holds judgements, such as grades by sector bodies
 * @param documentNumber of the decision; blank where it has none
 * @param usable whether something may rest on it today: certified, undisputed, neither withheld nor screened, and not
 *     out of publication
 */
public record Finding(
        String recordType, RecordType.Nature nature, boolean judgement, String documentNumber, boolean usable) {

    /** Kinds that burden whatever a pack says: rectification (限期整改) and the warning interview (警示约谈). */
    public static final Set<String> BURDENING = Set.of("rectification", "warning-interview");

    /** Whether a kind cannot be opened without a finding. */
    public static boolean neededFor(CaseKind kind) {
        return BURDENING.contains(kind.id()) || !kind.findings().isEmpty();
    }

    /**
     * Why a case of a kind may not be opened on a finding.
     *
     * @param finding null where none was named or it stands no longer
     * @return null when it may
     */
    static @Nullable Refusal against(CaseKind kind, @Nullable Finding finding) {
        if (!neededFor(kind)) {
            return null;
        }
        if (finding == null) {
            return Refusal.FINDING_MISSING;
        }
        if (!finding.carries(kind)) {
            return Refusal.NO_FINDING;
        }
        if (finding.documentNumber.isBlank()) {
            return Refusal.FINDING_UNNUMBERED;
        }
        return finding.usable ? null : Refusal.FINDING_UNUSABLE;
    }

    private boolean carries(CaseKind kind) {
        return nature != RecordType.Nature.FAVOURABLE
                && !judgement
                && kind.findings().contains(recordType);
    }
}
