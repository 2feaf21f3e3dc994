package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Succession;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** What cases are about: records, ended ones too, and organisations. */
public final class Subjects {

    private final Archive archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;

    public Subjects(Archive archive, Organisations organisations, PolicyInForce inForce) {
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
    }

    /** A record as it stands; null when there is none or it has ended. */
    public @Nullable RecordVersion standing(String address) {
        return archive.find(address);
    }

    /** A record that stands, as something to hang a case on; null when there is none or it has ended. */
    @Nullable
    Finding finding(String address, LocalDate today) {
        RecordVersion record = archive.find(address);
        Policy policy = inForce.policy();
        RecordType type = record == null ? null : policy.recordTypes().get(record.type());
        if (record == null || type == null) {
            return null;
        }
        boolean judgement = policy.instruments()
                .catalogueEntry(type.id())
                .filter(CatalogueEntry::isJudgement)
                .isPresent();
        String number = type.field(Field.Role.DOCUMENT_NUMBER)
                .map(field -> record.values().getOrDefault(field.name(), ""))
                .orElse("");
        return new Finding(type.id(), type.nature(), judgement, number, record.counts(today));
    }

    /** Name of the body that decided a record; its code where the pack does not know it. */
    Title authority(RecordVersion record) {
        return body(record.authorityCode());
    }

    /** A record that stands or stood, for those who are in the case. */
    public @Nullable RecordLine line(String address) {
        return archive.history(address, archive.position())
                .map(RecordHistory::versions)
                .map(versions -> new RecordLines(inForce.policy(), organisations).of(versions.getLast()))
                .orElse(null);
    }

    /** Names by id, of a list at once; where an entry was merged, those of the one that it leads to. */
    public Map<Long, String> names(Collection<Long> ids) {
        return organisations.labels(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, label -> label.getValue().name()));
    }

    /** Every id under which an organisation stood or stands. */
    public Set<Long> idsOf(long organisation) {
        return organisations.idsOf(organisation);
    }

    public Optional<Organisation> organisation(long id) {
        return organisations.find(id);
    }

    /** Of what kind an organisation is; one that is not found is no individual business. */
    SubjectKind kindOf(long organisation) {
        return organisations
                .find(organisation)
                .map(found ->
                        SubjectKind.ofCategory(found.kind(), inForce.policy().codes()))
                .orElse(SubjectKind.ORGANISATION);
    }

    /** Whether a body is one of those named, or carries on for one. */
    private boolean conducts(String body, List<String> named, LocalDate day) {
        Succession succession = new Succession(inForce.policy(), day);
        return named.stream().anyMatch(one -> succession.conducts(body, one));
    }

    /** Whether a body may open cases on a ground: one that names bodies is theirs alone. */
    public boolean leads(String body, CaseKind.Ground ground, LocalDate day) {
        return ground.ledBy().isEmpty() || conducts(body, ground.ledBy(), day);
    }

    /** Names of bodies; the id of one that the pack does not know. */
    List<Title> named(List<String> bodies) {
        return bodies.stream().map(this::body).toList();
    }

    private Title body(String code) {
        return inForce.policy().authority(code).map(Authority::name).orElse(new Title(code, code));
    }

    /** @param code in any spelling */
    public Optional<Organisation> organisation(String code) {
        return organisations.findByCode(code);
    }
}
