package org.xinheng.server.archive.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading.Outcome;
import org.xinheng.server.archive.RecordLoading.RowResult;
import org.xinheng.server.database.BinaryCopy;

/**
 * Notes for each new document number which organisation it was first used for, and finds those that had another one
 * already.
 *
 * <p>A side table with nothing but key and holder: an index on the key alone over the version table would have to be
 * looked up in all 32 partitions. Keys go in sorted, so that two slices never wait for each other in a circle.
 */
final class NumberHolders {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Comparator<NewVersion> BY_NUMBER = (one, other) -> {
        int byNumber = Long.compare(one.recordId(), other.recordId());
        return byNumber != 0 ? byNumber : Integer.compare(one.row(), other.row());
    };

    private final Connection connection;
    private final long deliveryId;

    NumberHolders(Connection connection, long deliveryId) {
        this.connection = connection;
        this.deliveryId = deliveryId;
    }

    /** @param firsts first versions of records, already stored in this transaction */
    List<RowResult> claim(List<NewVersion> firsts) throws SQLException {
        if (firsts.isEmpty()) {
            return List.of();
        }
        var byNumber = new ArrayList<>(firsts);
        byNumber.sort(BY_NUMBER);
        var holders = holders(byNumber);
        var fresh = fresh(byNumber, holders);
        if (!copied(fresh)) {
            enter(fresh);
            holders.putAll(holders(fresh));
        }
        var elsewhere = new ArrayList<RowResult>();
        for (var row : firsts) {
            var holder = holders.get(row.recordId());
            if (holder != null && holder != row.organisationId()) {
                elsewhere.add(later(row, holder));
            }
        }
        return elsewhere;
    }

    /** The first row of each number that nobody holds yet; the other rows of such a number find it as their holder. */
    private static List<NewVersion> fresh(List<NewVersion> byNumber, Map<Long, Long> holders) {
        var fresh = new ArrayList<NewVersion>(byNumber.size());
        for (var row : byNumber) {
            if (!fresh.isEmpty() && fresh.getLast().recordId() == row.recordId()) {
                holders.put(row.recordId(), fresh.getLast().organisationId());
            } else if (!holders.containsKey(row.recordId())) {
                fresh.add(row);
            }
        }
        return fresh;
    }

    /**
     * The quick way in.
     *
     * @return false, with nothing done, when another transaction entered one of the numbers meanwhile
     */
    private boolean copied(List<NewVersion> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return true;
        }
        var before = connection.setSavepoint();
        try (var copy = new BinaryCopy(connection, "archive.number_holder (record_id, organisation_id)")) {
            for (var row : fresh) {
                copy.row(2);
                copy.int8(row.recordId());
                copy.int8(row.organisationId());
            }
            var _ = copy.finish();
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private void enter(List<NewVersion> fresh) throws SQLException {
        var sql = """
                INSERT INTO archive.number_holder (record_id, organisation_id)
                SELECT r, o FROM unnest(?::bigint[], ?::bigint[]) AS t(r, o) ORDER BY r ON CONFLICT DO NOTHING
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(fresh, NewVersion::recordId));
            statement.setArray(2, array(fresh, NewVersion::organisationId));
            int _ = statement.executeUpdate();
        }
    }

    private Map<Long, Long> holders(List<NewVersion> rows) throws SQLException {
        var holders = new HashMap<Long, Long>();
        var sql = "SELECT record_id, organisation_id FROM archive.number_holder WHERE record_id = ANY (?::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(rows, NewVersion::recordId));
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    holders.put(found.getLong(1), found.getLong(2));
                }
            }
        }
        return holders;
    }

    /** Slices are not loaded in the order of the file: the warning belongs to the later of two rows of one delivery. */
    private RowResult later(NewVersion row, long holder) throws SQLException {
        var rowOfHolder = rowOf(holder, row.recordId());
        return rowOfHolder != null && rowOfHolder > row.row()
                ? new RowResult(rowOfHolder, Outcome.NUMBER_ELSEWHERE, row.organisationId())
                : new RowResult(row.row(), Outcome.NUMBER_ELSEWHERE, holder);
    }

    private @Nullable Integer rowOf(long organisationId, long recordId) throws SQLException {
        var sql = """
                SELECT row_no FROM archive.version
                WHERE organisation_id = ? AND record_id = ? AND version_no = 1 AND delivery_id = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, organisationId);
            statement.setLong(2, recordId);
            statement.setLong(3, deliveryId);
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getInt(1) : null;
            }
        }
    }

    /** From primitives it travels in binary. */
    private java.sql.Array array(List<NewVersion> rows, ToLongFunction<NewVersion> value) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .createArrayOf("int8", rows.stream().mapToLong(value).toArray());
    }
}
