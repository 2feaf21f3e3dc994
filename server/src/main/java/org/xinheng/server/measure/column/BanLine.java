package org.xinheng.server.measure.column;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;

/**
 * A ban as the column shows it (市场禁入、行业禁入).
 *
 * @param address opaque address of the record
 * @param first day of the ban (Asia/Shanghai)
 * @param last day of the ban; null for one that the law makes for good
 */
public record BanLine(
        String address,
        String subject,
        @Nullable String code,
        String kind,
        String scope,
        String law,
        String authority,
        String number,
        LocalDate first,
        @Nullable LocalDate last) {

    static BanLine of(RecordType type, RecordVersion version, @Nullable OrganisationLabel party) {
        String first = value(type, version, Field.Role.VALID_FROM);
        String last = value(type, version, Field.Role.VALID_TO);
        return new BanLine(
                version.address(),
                party == null ? "" : party.name(),
                party == null ? null : party.code(),
                value(type, version, Field.Role.KIND),
                value(type, version, Field.Role.CONTENT),
                value(type, version, Field.Role.LEGAL_BASIS),
                value(type, version, Field.Role.AUTHORITY_NAME),
                value(type, version, Field.Role.DOCUMENT_NUMBER),
                first.isEmpty() ? version.decidedOn() : LocalDate.parse(first),
                last.isEmpty() ? null : LocalDate.parse(last));
    }

    private static String value(RecordType type, RecordVersion version, Field.Role role) {
        return type.field(role).map(field -> version.values().get(field.name())).orElse("");
    }

    public String path() {
        return "/records/" + address;
    }
}
