package org.xinheng.server.archive.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading.Outcome;
import org.xinheng.server.archive.RecordLoading.RowResult;

/**
 * Notes for each new document number which organisation it was first used for, and finds those that had another one
 * already.
 *
 * <p>A side table with nothing but key and holder: an index on the key alone over the version table would have to be
 * looked up in all 32 partitions. Keys go in sorted, so that two slices never wait for each other in a circle.
 */
final class NumberHolders {

    private final Connection connection;
    private final long deliveryId;

    NumberHolders(Connection connection, long deliveryId) {
        this.connection = connection;
        this.deliveryId = deliveryId;
    }

    /** @param firsts first versions of records, already stored in this transaction */
    List<RowResult> claim(List<NewVersion> firsts) throws SQLException {
        if (firsts.isEmpty() || enter(firsts) == firsts.size()) {
            return List.of();
        }
        var holders = holders(firsts);
        var elsewhere = new ArrayList<RowResult>();
        for (var row : firsts) {
            var holder = holders.get(row.recordId());
            if (holder != null && holder != row.organisationId()) {
                elsewhere.add(later(row, holder));
            }
        }
        return elsewhere;
    }

    private int enter(List<NewVersion> firsts) throws SQLException {
        var sql = """
                INSERT INTO archive.number_holder (record_id, organisation_id)
                SELECT r, o FROM unnest(?::bigint[], ?::bigint[], ?::int[]) AS t(r, o, row_no) ORDER BY r, row_no
                ON CONFLICT DO NOTHING
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, array(firsts.stream().map(NewVersion::recordId).toArray(Long[]::new)));
            statement.setArray(
                    2, array(firsts.stream().map(NewVersion::organisationId).toArray(Long[]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int", firsts.stream().map(NewVersion::row).toArray(Integer[]::new)));
            return statement.executeUpdate();
        }
    }

    private Map<Long, Long> holders(List<NewVersion> firsts) throws SQLException {
        var holders = new HashMap<Long, Long>();
        var sql = "SELECT record_id, organisation_id FROM archive.number_holder WHERE record_id = ANY (?::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, array(firsts.stream().map(NewVersion::recordId).toArray(Long[]::new)));
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

    private java.sql.Array array(Long[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }
}
