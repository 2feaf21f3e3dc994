package org.xinheng.server.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalContent;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;

/** How a row of {@code archive.version v JOIN archive.act a} becomes a version, and what "current" means in SQL. */
final class VersionRows implements RowMapper<RecordVersion> {

    static final String COLUMNS = """
            v.organisation_id, v.record_id, v.version_no, v.type, v.payload, v.decided_on, v.authority, v.source,
            v.first_shown, v.last_shown, v.gate, v.gate_reasons, v.severity, v.earliest_repair, v.to_be_confirmed,
            v.first_received_at, a.activated_at, a.position, v.historical,
            """ + MarkColumn.SQL + """
            """;

    /** Only what is activated has an act. */
    static final String FROM = " FROM archive.version v JOIN archive.act a ON a.id = v.delivery_id ";

    private static final String EVERY_TABLE = "archive.version";

    static final String NOT_ENDED = """
             NOT EXISTS (
                SELECT FROM archive.standing_ending e
                WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id AND e.last_version >= v.version_no)
            """;

    private static final String CURRENT_IN = """
             NOT EXISTS (
                SELECT FROM %s n JOIN archive.act b ON b.id = n.delivery_id
                WHERE n.organisation_id = v.organisation_id AND n.record_id = v.record_id AND n.version_no > v.version_no)
             AND
            """ + NOT_ENDED;

    /** No later activated version, and not ended. */
    static final String CURRENT = CURRENT_IN.formatted(EVERY_TABLE);

    private static final Part[] PARTS = IntStream.range(0, RecordLoading.PARTITIONS)
            .mapToObj(partition -> "archive." + Partitions.table(partition))
            .map(table -> new Part(FROM.replace(EVERY_TABLE, table), CURRENT_IN.formatted(table)))
            .toArray(Part[]::new);

    /** {@link #FROM} and {@link #CURRENT} within one partition. */
    record Part(String from, String current) {}

    /**
     * The partition that holds an organisation. Asked of the whole table, PostgreSQL plans a look at each of the 32 for every
     * version: seven times the work of reading them.
     */
    static Part partOf(long organisationId) {
        return PARTS[Partitions.of(organisationId)];
    }

    static final Gate[] GATES = Gate.values();

    private final Terms terms;
    private final RecordAddresses addresses;
    private final PolicyInForce policy;

    VersionRows(Terms terms, RecordAddresses addresses, PolicyInForce policy) {
        this.terms = terms;
        this.addresses = addresses;
        this.policy = policy;
    }

    @Override
    public RecordVersion mapRow(ResultSet row, int number) throws SQLException {
        long organisationId = row.getLong(1);
        long recordId = row.getLong(2);
        var firstShown = day(row, 9);
        var severity = row.getInt(13);
        var severityId = row.wasNull() ? null : terms.text(severity);
        return new RecordVersion(
                addresses.address(organisationId, recordId),
                organisationId,
                recordId,
                row.getInt(3),
                typeOf(row.getInt(4)),
                values(row.getBytes(5)),
                row.getObject(6, LocalDate.class),
                terms.text(row.getInt(7)),
                terms.text(row.getInt(8)),
                firstShown == null ? null : new DateWindow(firstShown, day(row, 10)),
                GATES[row.getInt(11)].id(),
                terms.text(row.getInt(12)),
                severityId,
                day(row, 14),
                row.getBoolean(15),
                Acts.instant(row, 16),
                Acts.instant(row, 17),
                row.getLong(18),
                row.getBoolean(19),
                MarkColumn.read(row.getString(20)));
    }

    /** Record types named as another edition of the rules names them. */
    VersionRows under(Policy rules) {
        return new VersionRows(terms, addresses, () -> rules);
    }

    String address(long organisationId, long recordId) {
        return addresses.address(organisationId, recordId);
    }

    String term(int number) {
        return terms.text(number);
    }

    int numberOf(String type) {
        return policy.policy()
                .recordType(type)
                .map(RecordType::number)
                .orElseThrow(() -> new IllegalArgumentException("no record type " + type));
    }

    /** A type that the pack in force no longer knows keeps its number as its name. */
    String typeOf(int number) {
        for (var type : policy.policy().recordTypes().values()) {
            if (type.number() == number) {
                return type.id();
            }
        }
        return Integer.toString(number);
    }

    /** Erased versions have no values. */
    private static Map<String, String> values(byte @Nullable [] payload) {
        return payload == null ? Map.of() : CanonicalContent.read(payload).values();
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
