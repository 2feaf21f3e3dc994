package org.xinheng.server.consent.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ConsentRules.Category;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.RecordType.Openness;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentedFile.Entry;
import org.xinheng.server.consent.desk.ConsentedFile.Gone;

/**
 * The records of an organisation that lie within a grant. What the catalogue opens to the public is read as the public sees it today,
 * for as long as it sees it; other records as they stand, unless the gate holds them or a mark suspends them. Watch tags and
 * results of evaluations are no records here.
 */
final class GrantedRecords {

    private final Archive archive;
    private final PublicRecords shown;

    GrantedRecords(Archive archive, PublicRecords shown) {
        this.archive = archive;
        this.shown = shown;
    }

    long position() {
        return archive.position().value();
    }

    /** Record types that were signed and that the pack holds in none of the categories any more: nothing of them is read. */
    static List<Gone> gone(Consent consent, Policy policy) {
        List<String> held =
                policy.instruments().consent().recordTypes(consent.grant().data());
        return consent.recordTypes().stream()
                .filter(type -> !held.contains(type))
                .sorted()
                .map(type -> new Gone(
                        type, policy.recordType(type).map(RecordType::title).orElseGet(() -> new Title(type, type))))
                .toList();
    }

    /** @param ids under which the register knows the organisation, @param data categories to read */
    List<Entry> of(Set<Long> ids, Consent consent, Set<String> data, Policy policy, LocalDate today) {
        List<RecordVersion> versions = new ArrayList<>();
        for (long id : ids) {
            versions.addAll(shown.ofOrganisation(id, today));
            archive.currentOf(id).stream()
                    .filter(version -> isKept(version, policy, today))
                    .forEach(versions::add);
        }
        List<Entry> entries = new ArrayList<>();
        for (Category category : policy.instruments().consent().data().values()) {
            if (data.contains(category.id())) {
                versions.stream()
                        .filter(version -> category.recordTypes().contains(version.type()))
                        .filter(version -> consent.recordTypes().contains(version.type()))
                        .filter(version -> consent.grant().covers(version.decidedOn()))
                        .map(version -> entry(category, version, policy))
                        .forEach(entries::add);
            }
        }
        entries.sort(Comparator.comparing(Entry::decidedOn).reversed());
        return entries;
    }

    private static boolean isKept(RecordVersion version, Policy policy, LocalDate today) {
        RecordType type = policy.recordType(version.type()).orElse(null);
        return type != null
                && type.openness() != Openness.PUBLIC
                && type.nature() != RecordType.Nature.ADVERSE
                && !version.gate().equals(Publication.Gate.HELD.id())
                && version.marks().stream().noneMatch(mark -> mark.suspends(today));
    }

    private static Entry entry(Category category, RecordVersion version, Policy policy) {
        RecordType type = policy.recordType(version.type()).orElseThrow();
        DateWindow window = version.window();
        return new Entry(
                version.address(),
                version.version(),
                category.id(),
                type.id(),
                type.title(),
                value(type, version, Field.Role.DOCUMENT_NUMBER),
                version.decidedOn(),
                authority(type, version, policy),
                version.authorityCode(),
                window == null ? null : window.last(),
                version.marks().stream()
                        .filter(mark -> !mark.kind().suspends())
                        .sorted(Comparator.comparing(RecordMark::kind))
                        .toList(),
                fields(type, version));
    }

    private static String authority(RecordType type, RecordVersion version, Policy policy) {
        String named = value(type, version, Field.Role.AUTHORITY_NAME);
        return named != null
                ? named
                : policy.authority(version.authorityCode())
                        .map(Authority::name)
                        .map(Title::zh)
                        .orElse(version.authorityCode());
    }

    private static List<ConsentedFile.Field> fields(RecordType type, RecordVersion version) {
        List<ConsentedFile.Field> fields = new ArrayList<>();
        for (Field field : type.fields()) {
            String value = version.values().get(field.name());
            if (isOpen(field) && value != null && !value.isBlank()) {
                fields.add(new ConsentedFile.Field(field.name(), field.title(), value));
            }
        }
        return fields;
    }

    private static @Nullable String value(RecordType type, RecordVersion version, Field.Role role) {
        return type.field(role)
                .filter(GrantedRecords::isOpen)
                .map(field -> version.values().get(field.name()))
                .orElse(null);
    }

    private static boolean isOpen(Field field) {
        return field.privacy() == Field.Privacy.PUBLIC || field.privacy() == Field.Privacy.FREE_TEXT;
    }
}
