package org.xinheng.server.archive.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field.Role;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;

/** Reads versions under a policy, with the names of their parties looked up at once. */
public final class RecordLines {

    private static final List<Role> WHAT = List.of(Role.DOCUMENT_TITLE, Role.CONDUCT, Role.CONTENT);

    private final Policy policy;
    private final Organisations organisations;

    public RecordLines(Policy policy, Organisations organisations) {
        this.policy = policy;
        this.organisations = organisations;
    }

    public List<RecordLine> of(List<RecordVersion> versions) {
        var parties = organisations.labels(
                versions.stream().map(RecordVersion::organisationId).toList());
        return versions.stream().map(version -> line(version, parties)).toList();
    }

    public RecordLine of(RecordVersion version) {
        return of(List.of(version)).getFirst();
    }

    private RecordLine line(RecordVersion version, Map<Long, OrganisationLabel> parties) {
        RecordType type = policy.recordType(version.type()).orElse(null);
        return new RecordLine(
                version,
                type,
                what(type, version),
                value(type, version, Role.DOCUMENT_NUMBER),
                parties.get(version.organisationId()),
                named(type, version, Role.AUTHORITY_NAME, version.authorityCode()),
                named(type, version, Role.SOURCE_NAME, version.sourceCode()),
                reasons(version.gateReasons()));
    }

    private static String what(@Nullable RecordType type, RecordVersion version) {
        for (Role role : WHAT) {
            String value = value(type, version, role);
            if (value != null) {
                return value;
            }
        }
        return type == null ? version.type() : type.title().zh();
    }

    private String named(@Nullable RecordType type, RecordVersion version, Role role, String code) {
        String delivered = value(type, version, role);
        return delivered != null
                ? delivered
                : policy.authority(code).map(Authority::name).map(Title::zh).orElse(code);
    }

    private static @Nullable String value(@Nullable RecordType type, RecordVersion version, Role role) {
        return type == null
                ? null
                : type.field(role)
                        .map(field -> version.values().get(field.name()))
                        .orElse(null);
    }

    /** The codes without the rules behind them. */
    private static List<String> reasons(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(step -> !step.isEmpty())
                .map(step -> step.indexOf('#') < 0 ? step : step.substring(0, step.indexOf('#')))
                .toList();
    }
}
