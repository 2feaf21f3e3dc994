package org.xinheng.server.archive.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinheng.core.record.Commitment;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.Publication.Gate;

/** Reads what stands page by page in the order of the primary key, and appends the versions that follow it. */
final class ReviewRows {

    private static final Gate[] GATES = Gate.values();

    private static final String STANDING = """
            SELECT v.organisation_id, v.record_id, v.version_no, v.type, v.payload, v.first_shown, v.last_shown, v.gate,
                v.gate_reasons, v.severity, v.earliest_repair, v.to_be_confirmed, v.source
            FROM %s v
            WHERE (v.organisation_id, v.record_id) > (?, ?) AND v.payload IS NOT NULL AND EXISTS (SELECT FROM archive.act a WHERE a.id = v.delivery_id) AND %s
            ORDER BY v.organisation_id, v.record_id LIMIT ?
            """;

    /** Only behind what is still the last version of all: one that is being loaded is judged when it comes into force. */
    private static final String FOLLOW = """
            INSERT INTO archive.version (organisation_id, record_id, delivery_id, first_received_at, version_no, row_no,
                decided_on, first_shown, last_shown, earliest_repair, source, authority, gate_reasons, severity, type,
                algorithm, gate, to_be_confirmed, historical, commitment, salt, payload)
            SELECT v.organisation_id, v.record_id, ?, v.first_received_at, v.version_no + 1, v.row_no,
                v.decided_on, c.first_shown, c.last_shown, c.earliest_repair, v.source, v.authority, c.gate_reasons,
                c.severity, v.type, c.algorithm, c.gate, c.to_be_confirmed, v.historical, c.commitment, c.salt, v.payload
            FROM unnest(?::bigint[], ?::bigint[], ?::int[], ?::date[], ?::date[], ?::date[], ?::int[], ?::int[], ?::int[],
                    ?::int[], ?::boolean[], ?::bytea[], ?::bytea[])
                AS c(organisation_id, record_id, version_no, first_shown, last_shown, earliest_repair, gate_reasons,
                    severity, algorithm, gate, to_be_confirmed, commitment, salt)
            JOIN archive.version v ON v.organisation_id = c.organisation_id AND v.record_id = c.record_id
                AND v.version_no = c.version_no
            WHERE v.payload IS NOT NULL
              AND NOT EXISTS (
                SELECT FROM archive.version n
                WHERE n.organisation_id = v.organisation_id AND n.record_id = v.record_id AND n.version_no > v.version_no)
              AND NOT EXISTS (
                SELECT FROM archive.standing_ending e
                WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id AND e.last_version >= v.version_no)
            """;

    private final JdbcTemplate jdbc;
    private final Terms terms;
    private final SecureRandom random = new SecureRandom();

    ReviewRows(JdbcTemplate jdbc, Terms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /** A current version. */
    record Standing(
            long organisationId,
            long recordId,
            int version,
            int type,
            String source,
            byte[] payload,
            Publication publication) {}

    /** What follows it. */
    record Change(Standing standing, Publication publication) {}

    /** @param act whose versions alone are wanted; null for all */
    List<Standing> page(int partition, @Nullable Standing after, @Nullable Long act, int size) {
        var table = "archive." + Partitions.table(partition);
        // The fence keeps the few versions of one act from being looked for along the whole primary key.
        var from = act == null ? table : "(SELECT * FROM " + table + " WHERE delivery_id = " + act + " OFFSET 0)";
        return after == null
                ? read(from, Long.MIN_VALUE, Long.MIN_VALUE, size)
                : read(from, after.organisationId(), after.recordId(), size);
    }

    private List<Standing> read(String from, long afterOrganisation, long afterRecord, int size) {
        return jdbc.query(
                STANDING.formatted(from, VersionRows.CURRENT),
                (row, _) -> {
                    var first = row.getObject(6, LocalDate.class);
                    int severity = row.getInt(10);
                    var severityId = row.wasNull() ? null : terms.text(severity);
                    return new Standing(
                            row.getLong(1),
                            row.getLong(2),
                            row.getInt(3),
                            row.getInt(4),
                            terms.text(row.getInt(13)),
                            row.getBytes(5),
                            new Publication(
                                    GATES[row.getInt(8)],
                                    first == null ? null : new DateWindow(first, row.getObject(7, LocalDate.class)),
                                    severityId,
                                    row.getObject(11, LocalDate.class),
                                    row.getBoolean(12),
                                    terms.text(row.getInt(9))));
                },
                afterOrganisation,
                afterRecord,
                size);
    }

    /** The current version of one record; empty when none stands. */
    List<Standing> one(long organisationId, long recordId) {
        var record = "(SELECT * FROM archive.version WHERE organisation_id = " + organisationId + " AND record_id = "
                + recordId + " OFFSET 0)";
        return read(record, Long.MIN_VALUE, Long.MIN_VALUE, 1);
    }

    /** @return how many follow: what changed meanwhile is left alone */
    int follow(long act, List<Change> changes) {
        var numbers = terms.numbers(changes.stream()
                .map(Change::publication)
                .flatMap(publication -> Stream.of(publication.reasons(), publication.severity()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var salts = new ArrayList<byte[]>();
        var commitments = new ArrayList<Commitment>();
        for (var change : changes) {
            var salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            salts.add(salt);
            commitments.add(Commitment.to(salt, change.standing().payload()));
        }
        return jdbc.update(FOLLOW, statement -> {
            var columns = new Columns(statement, changes);
            statement.setLong(1, act);
            columns.set(2, "bigint", change -> change.standing().organisationId());
            columns.set(3, "bigint", change -> change.standing().recordId());
            columns.set(4, "int", change -> change.standing().version());
            columns.set(5, "date", change -> date(first(change.publication())));
            columns.set(6, "date", change -> date(last(change.publication())));
            columns.set(7, "date", change -> date(change.publication().earliestRepair()));
            columns.set(8, "int", change -> numbers.get(change.publication().reasons()));
            columns.set(9, "int", change -> {
                var severity = change.publication().severity();
                return severity == null ? null : numbers.get(severity);
            });
            columns.set(
                    10, "int", commitments.stream().map(Commitment::algorithm).toArray());
            columns.set(11, "int", change -> change.publication().gate().ordinal());
            columns.set(12, "boolean", change -> change.publication().toBeConfirmed());
            columns.set(
                    13, "bytea", commitments.stream().map(Commitment::digest).toArray(byte[][]::new));
            columns.set(14, "bytea", salts.toArray(byte[][]::new));
        });
    }

    private record Columns(PreparedStatement statement, List<Change> changes) {

        void set(int number, String type, Function<Change, @Nullable Object> value) throws SQLException {
            set(number, type, changes.stream().map(value).toArray());
        }

        void set(int number, String type, @Nullable Object[] values) throws SQLException {
            Connection connection = statement.getConnection();
            statement.setArray(number, connection.createArrayOf(type, values));
        }
    }

    private static @Nullable LocalDate first(Publication publication) {
        var window = publication.window();
        return window == null ? null : window.first();
    }

    private static @Nullable LocalDate last(Publication publication) {
        var window = publication.window();
        return window == null ? null : window.last();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
