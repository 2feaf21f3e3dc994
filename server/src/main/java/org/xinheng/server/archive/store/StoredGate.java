package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalContent;
import org.xinheng.core.record.PublishGate;
import org.xinheng.server.archive.Publication;

/** The publish gate for stored content: what the rules say of it on one day. */
final class StoredGate {

    private final Policy policy;
    private final LocalDate day;
    private final Map<String, PublishGate> gates = new HashMap<>();

    StoredGate(Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    /** Empty for a type that the pack no longer knows: what was decided of it stands. */
    Optional<Publication> decide(byte[] payload) {
        CanonicalContent content = CanonicalContent.read(payload);
        return policy.recordType(content.type()).map(type -> decide(type, content.values()));
    }

    private Publication decide(RecordType type, Map<String, String> values) {
        String[] row =
                type.fields().stream().map(field -> values.get(field.name())).toArray(String[]::new);
        PublishGate gate = gates.computeIfAbsent(
                type.id(), id -> PublishGate.of(type, policy.gates().get(id)));
        return Publication.of(gate.decide(row, day));
    }
}
