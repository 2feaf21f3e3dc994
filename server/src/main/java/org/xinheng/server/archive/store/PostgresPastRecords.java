package org.xinheng.server.archive.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.PastRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.store.RecordAddresses.Place;

/** Records of an organisation as they were known, in the order of their keys. */
final class PostgresPastRecords implements PastRecords {

    private final JdbcClient sql;
    private final VersionRows rows;
    private final RecordAddresses addresses;
    private final Endings endings;

    PostgresPastRecords(JdbcClient sql, VersionRows rows, RecordAddresses addresses, Endings endings) {
        this.sql = sql;
        this.rows = rows;
        this.addresses = addresses;
        this.endings = endings;
    }

    @Override
    public List<RecordHistory> of(long organisationId, Position knownAt, @Nullable String after, int limit) {
        var start = after == null ? Long.MIN_VALUE : next(after);
        var versions = sql.sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM + """
                        WHERE v.organisation_id = :organisation AND a.position <= :position AND v.record_id IN (
                            SELECT DISTINCT w.record_id FROM archive.version w JOIN archive.act b ON b.id = w.delivery_id
                            WHERE w.organisation_id = :organisation AND b.position <= :position AND w.record_id >= :start
                            ORDER BY w.record_id LIMIT :limit)
                        ORDER BY v.record_id, v.version_no
                        """)
                .param("organisation", organisationId)
                .param("position", knownAt.value())
                .param("start", start)
                .param("limit", limit)
                .query(rows)
                .list();
        var byRecord = new LinkedHashMap<Long, List<RecordVersion>>();
        versions.forEach(version -> byRecord.computeIfAbsent(version.recordId(), _ -> new ArrayList<>())
                .add(version));
        return byRecord.entrySet().stream()
                .map(record -> history(new Place(organisationId, record.getKey()), record.getValue(), knownAt))
                .toList();
    }

    private RecordHistory history(Place place, List<RecordVersion> versions, Position knownAt) {
        return new RecordHistory(
                versions,
                endings.find(place, versions.getLast().version(), knownAt).orElse(null),
                MarkColumn.at(sql, place, knownAt));
    }

    /** Text that is no address begins anew. */
    private long next(String after) {
        return addresses
                .place(after)
                .filter(place -> place.recordId() < Long.MAX_VALUE)
                .map(place -> place.recordId() + 1)
                .orElse(Long.MIN_VALUE);
    }
}
