package org.xinheng.server.commitment;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CheckedRow;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;

/** Whether an organisation stands on a severe list, wherever that was decided: from the records that stand on the day. */
final class SevereLists {

    private final Archive archive;
    private final PolicyInForce inForce;

    SevereLists(Archive archive, PolicyInForce inForce) {
        this.archive = archive;
        this.inForce = inForce;
    }

    boolean holds(long organisation, LocalDate day) {
        Policy policy = inForce.policy();
        return archive.currentOf(organisation).stream()
                .filter(record -> record.window() != null && record.window().covers(day))
                .anyMatch(record -> policy.instruments().lists().values().stream()
                        .anyMatch(list -> list.nature() == ListRule.Nature.SEVERE && stands(policy, list, record)));
    }

    private static boolean stands(Policy policy, ListRule list, RecordVersion record) {
        RecordType type = policy.recordType(record.type()).orElse(null);
        if (type == null || !type.id().equals(list.scope().recordType())) {
            return false;
        }
        String kinds = type.field(Field.Role.KIND)
                .map(field -> record.values().get(field.name()))
                .orElse(null);
        return kinds != null
                && List.of(kinds.split(CheckedRow.VALUE_SEPARATOR, -1)).stream()
                        .anyMatch(list.scope().kinds()::contains);
    }
}
