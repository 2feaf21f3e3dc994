package org.xinheng.server.casework.recheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.NotFollowed;
import org.xinheng.server.casework.desk.RepairBar;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;

/** Looks at one granted repair as it stands today: the archive, its register entries, whoever was told. */
final class Inspection {

    private final Archive archive;
    private final Subjects subjects;
    private final Surroundings around;
    private final RepairBar bar;
    private final List<NotFollowed> downstream;

    Inspection(Archive archive, Subjects subjects, Surroundings around, RepairBar bar, List<NotFollowed> downstream) {
        this.archive = archive;
        this.subjects = subjects;
        this.around = around;
        this.bar = bar;
        this.downstream = List.copyOf(downstream);
    }

    /** @param grant the step that granted it */
    List<Fault> faults(CaseKind kind, CaseFile file, Taken grant) {
        String address = Objects.requireNonNull(file.opening().record());
        LocalDate day = grant.step().day();
        List<Fault> faults = new ArrayList<>();
        add(faults, Fault.BARRED, bar.stands(file.opening().organisationId(), day));
        add(faults, Fault.PROOF, papers(file, grant) < required(kind));
        RecordVersion last = last(address).orElse(null);
        if (last == null) {
            return faults;
        }
        LocalDate earliest = last.earliestRepair();
        add(faults, Fault.TOO_EARLY, earliest == null || day.isBefore(earliest));
        boolean stands = archive.find(address) != null;
        add(faults, Fault.STANDS, stands);
        add(faults, Fault.STANDS_ELSEWHERE, elsewhere(last));
        LocalDate today = around.today();
        add(
                faults,
                Fault.NOT_FOLLOWED,
                !stands
                        && downstream.stream()
                                .anyMatch(
                                        port -> !port.consumers(address, today).isEmpty()));
        return faults;
    }

    private static void add(List<Fault> faults, Fault fault, boolean is) {
        if (is) {
            faults.add(fault);
        }
    }

    private static long papers(CaseFile file, Taken grant) {
        return file.steps().subList(0, grant.step().number()).stream()
                .flatMap(taken -> taken.papers().stream())
                .distinct()
                .count();
    }

    private static long required(CaseKind kind) {
        return kind.documents().stream().filter(CaseKind.Document::required).count();
    }

    private Optional<RecordVersion> last(String address) {
        return archive.history(address, archive.position()).map(RecordHistory::versions).stream()
                .flatMap(List::stream)
                .max(Comparator.comparingInt(RecordVersion::version));
    }

    /** Another record of the organisation, under whatever entry of the register, that is the same document. */
    private boolean elsewhere(RecordVersion repaired) {
        String document = document(repaired);
        return document != null
                && subjects.idsOf(repaired.organisationId()).stream()
                        .flatMap(id -> archive.currentOf(id).stream())
                        .anyMatch(record -> !record.address().equals(repaired.address())
                                && record.type().equals(repaired.type())
                                && record.authorityCode().equals(repaired.authorityCode())
                                && document.equals(document(record)));
    }

    private @Nullable String document(RecordVersion record) {
        return around.policy()
                .recordType(record.type())
                .flatMap((RecordType type) -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(Field::name)
                .map(record.values()::get)
                .orElse(null);
    }
}
