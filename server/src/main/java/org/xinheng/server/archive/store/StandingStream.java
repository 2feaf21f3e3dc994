package org.xinheng.server.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.server.archive.KnownRecords.Standing;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.store.RecordAddresses.Place;
import org.xinheng.server.database.BinaryRows;

/**
 * One part of the archive as it stood at a position, in one ordered {@code COPY}. Endings and marks are few and are known before the
 * stream begins: to join them would cost its order.
 */
final class StandingStream {

    private static final int ABSENT = -1;

    private static final String OF_PART = " satisfies_hash_partition('archive.version'::regclass, "
            + RecordLoading.PARTITIONS + ", ?, x.organisation_id) ";

    /** The last version that an ending ended; restored ones are as if they had never ended. */
    private static final String ENDED = """
            SELECT x.organisation_id, x.record_id, max(x.last_version)
              FROM archive.ending x JOIN archive.act a ON a.id = x.act_id
             WHERE a.position <= ? AND NOT EXISTS (
                   SELECT FROM archive.restoration r
                    WHERE r.organisation_id = x.organisation_id AND r.record_id = x.record_id
                      AND r.ending_act = x.act_id AND r.position <= ?)
               AND""" + OF_PART + "GROUP BY 1, 2";

    private static final String MARKED = """
            SELECT m.organisation_id, m.record_id,
                   string_agg(concat_ws(chr(31), m.kind, m.from_day, m.reference, m.statement), chr(30)
                       ORDER BY m.kind, m.position)
              FROM (SELECT DISTINCT ON (x.organisation_id, x.record_id, x.kind, x.reference) x.* FROM archive.mark x
                     WHERE x.position <= ? AND""" + OF_PART + """
                     ORDER BY x.organisation_id, x.record_id, x.kind, x.reference, x.position DESC) m
             WHERE m.placed GROUP BY 1, 2
            """;

    private final Connection connection;
    private final VersionRows rows;
    private final int part;
    private final long knownAt;
    private final Map<Place, Integer> ended = new HashMap<>();
    private final Map<Place, List<RecordMark>> marks = new HashMap<>();
    /** Severities are few, and looked up for every record. */
    private final Map<Integer, String> severities = new HashMap<>();

    StandingStream(Connection connection, VersionRows rows, int part, long knownAt) {
        this.connection = connection;
        this.rows = rows;
        this.part = part;
        this.knownAt = knownAt;
    }

    void read(Map<String, CanonicalFields> fields, Consumer<Standing> reader) throws SQLException {
        each(ENDED, 2, row -> ended.put(new Place(row.getLong(1), row.getLong(2)), row.getInt(3)));
        each(MARKED, 1, row -> marks.put(new Place(row.getLong(1), row.getLong(2)), MarkColumn.read(row.getString(3))));
        Map<Integer, String> types = new HashMap<>();
        fields.keySet().forEach(type -> types.put(rows.numberOf(type), type));
        try (BinaryRows stream = new BinaryRows(connection, query(types))) {
            Version last = null;
            while (stream.next()) {
                Version next = version(stream);
                if (last != null && !last.isOfRecordOf(next)) {
                    hand(last, types, fields, reader);
                }
                last = next;
            }
            if (last != null) {
                hand(last, types, fields, reader);
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, int positions, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= positions; i++) {
                statement.setLong(i, knownAt);
            }
            statement.setInt(positions + 1, part);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    reader.read(found);
                }
            }
        }
    }

    /** Versions in the order of the primary key. IS TRUE keeps the acts a list that is looked up: joined, they would cost the order. */
    private String query(Map<Integer, String> types) {
        String numbers = types.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return "SELECT v.organisation_id, v.record_id, v.version_no, v.type, v.gate, v.severity, v.last_shown,"
                + " v.earliest_repair, v.payload FROM archive." + Partitions.table(part)
                + " v WHERE v.type IN (" + (numbers.isEmpty() ? "NULL" : numbers) + ")"
                + " AND (v.delivery_id IN (SELECT a.id FROM archive.act a WHERE a.position <= " + knownAt + ")) IS TRUE"
                + " ORDER BY v.organisation_id, v.record_id, v.version_no";
    }

    /** @param severity number of the term, or {@link #ABSENT} */
    private record Version(
            long organisation,
            long record,
            int number,
            int type,
            int gate,
            int severity,
            @Nullable LocalDate lastShown,
            @Nullable LocalDate earliestRepair,
            BinaryRows.@Nullable Slice payload) {

        boolean isOfRecordOf(Version other) {
            return organisation == other.organisation && record == other.record;
        }
    }

    private static Version version(BinaryRows row) {
        return new Version(
                row.int8(),
                row.int8(),
                row.int4(),
                row.int2(),
                row.int2(),
                row.int4(ABSENT),
                row.date(),
                row.date(),
                row.bytes());
    }

    /** The last version of a record, unless it ended. */
    private void hand(
            Version version,
            Map<Integer, String> types,
            Map<String, CanonicalFields> fields,
            Consumer<Standing> reader) {
        String type = types.get(version.type());
        CanonicalFields wanted = type == null ? null : fields.get(type);
        Place place = ended.isEmpty() && marks.isEmpty() ? null : new Place(version.organisation(), version.record());
        if (type == null || wanted == null || (place != null && ended.getOrDefault(place, 0) >= version.number())) {
            return;
        }
        BinaryRows.Slice payload = version.payload();
        reader.accept(new Standing(
                version.organisation(),
                rows.address(version.organisation(), version.record()),
                type,
                payload == null ? wanted.none() : wanted.read(payload.array(), payload.from(), payload.to()),
                VersionRows.GATES[version.gate()],
                version.severity() == ABSENT ? null : severities.computeIfAbsent(version.severity(), rows::term),
                version.lastShown(),
                version.earliestRepair(),
                place == null ? List.of() : marks.getOrDefault(place, List.of())));
    }
}
