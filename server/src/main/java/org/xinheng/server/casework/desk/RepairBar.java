package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.core.casework.RepairEligibility.Facts;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;

/**
 * After false material no repair on a commitment (提交虚假材料后不适用承诺修复), for the period of the pack from the day on which it was found; of
 * the organisation, under whatever entry of the register it stood then.
 */
public final class RepairBar {

    private static final String BARRED = "repair.barred";
    private static final int PAGE = 500;

    private final CaseStore store;
    private final Subjects subjects;
    private final Surroundings around;

    public RepairBar(CaseStore store, Subjects subjects, Surroundings around) {
        this.store = store;
        this.subjects = subjects;
        this.around = around;
    }

    /** Whether it holds on a day, as that was known on the day. */
    public boolean stands(long organisation, LocalDate day) {
        LocalDate until = until(organisation, day);
        return until != null && !day.isAfter(until);
    }

    /** Whether the repair of a record that stands may be asked for today. */
    RepairEligibility eligibility(RecordVersion record, boolean proof, boolean commitment, boolean open) {
        boolean adverse = around.policy()
                .recordType(record.type())
                .filter(type -> type.nature() == RecordType.Nature.ADVERSE)
                .isPresent();
        LocalDate today = around.today();
        LocalDate barred = until(record.organisationId(), today);
        return RepairEligibility.on(
                today, new Facts(adverse, record.earliestRepair(), proof, commitment, barred, open));
    }

    /**
     * Its last day; null where no false material was found.
     *
     * @param known day up to which findings count
     */
    public @Nullable LocalDate until(long organisation, LocalDate known) {
        LocalDate until = null;
        Scope own = new Scope(null, subjects.idsOf(organisation));
        List<CaseFile> page = store.list(own, false, 0, PAGE);
        while (!page.isEmpty()) {
            for (CaseFile file : page) {
                LocalDate last = until(file, known);
                until = until == null || (last != null && last.isAfter(until)) ? last : until;
            }
            page = store.list(own, false, page.getLast().id(), PAGE);
        }
        return until;
    }

    private @Nullable LocalDate until(CaseFile file, LocalDate known) {
        return file.steps().stream()
                .filter(taken -> !taken.step().day().isAfter(known) && bars(file, taken))
                .map(taken -> last(taken.step().day()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean bars(CaseFile file, Taken taken) {
        return around.kind(file.opening().kind())
                .flatMap(kind -> kind.action(taken.step().action()))
                .filter(action -> action.effects().contains(Effect.BAR))
                .isPresent();
    }

    private LocalDate last(LocalDate found) {
        var policy = around.policy();
        return DueDate.of(policy.deadline(BARRED, found), policy.calendar(), found)
                .date();
    }
}
