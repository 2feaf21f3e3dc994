package org.xinheng.server.measure.sight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.GateFacts;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordVersion;

/** Takes from a record version what a check needs, and nothing from those on which no measure could rest. */
final class RecordReading {

    private final Policy policy;
    private final MeasureCatalogue catalogue;
    private final Set<String> types;
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();

    RecordReading(Policy policy, MeasureCatalogue catalogue) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.types = catalogue.recordTypes();
    }

    /**
     * Empty for one that was erased by law, too: nothing of it is left to rest on.
     *
     * @throws DataRetrievalFailureException when there is content without its date: whoever passed it over would call its organisation clear
     */
    Optional<KnownRecord> read(RecordVersion version) {
        RecordType type = policy.recordTypes().get(version.type());
        if (type == null || !types.contains(type.id())) {
            return Optional.empty();
        }
        GateFacts facts = GateFacts.of(type, inOrder(type, version.values()));
        if (facts.decidedOn() == null && !version.values().isEmpty()) {
            throw new DataRetrievalFailureException("a record of type " + type.id() + " cannot be read");
        }
        boolean held = version.gate().equals(Gate.HELD.id());
        return Ground.of(type, policy.gates().get(type.id()), facts, held)
                .filter(catalogue::concerns)
                .map(ground -> known(type, version, ground));
    }

    private static @Nullable String[] inOrder(RecordType type, Map<String, String> values) {
        List<Field> fields = type.fields();
        @Nullable String[] row = new String[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(fields.get(i).name());
        }
        return row;
    }

    private KnownRecord known(RecordType type, RecordVersion version, Ground ground) {
        LocalDate decided = one(ground.decidedOn());
        String severity = version.severity();
        return new KnownRecord(
                new Ground(
                        type.id(),
                        decided,
                        one(ground.kinds()),
                        ground.fineYuan(),
                        ground.lastDay(),
                        ground.firstDay()),
                one(new KnownRecord.Body(version.authorityCode(), nameOf(type, version))),
                severity == null ? null : one(severity),
                version.version(),
                new KnownRecord.Label(
                        version.address(),
                        type.field(Field.Role.DOCUMENT_NUMBER)
                                .map(field -> version.values().get(field.name()))
                                .orElse("")),
                version.marks());
    }

    private String nameOf(RecordType type, RecordVersion version) {
        return type.field(Field.Role.AUTHORITY_NAME)
                .map(field -> version.values().get(field.name()))
                .or(() -> policy.authority(version.authorityCode())
                        .map(Authority::name)
                        .map(Title::zh))
                .orElse(version.authorityCode());
    }

    /** The one instance of values that repeat: days, kinds, authorities. */
    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        Object before = shared.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
