package org.xinheng.server.archive.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordChanges;

/** Changes straight from acts, endings, versions, marks and restorations. */
final class PostgresRecordChanges implements RecordChanges {

    private static final int FETCHED_AT_ONCE = 1_000;
    private static final Ending[] ENDINGS = Ending.values();

    private static final int CORRECTED = -1;
    private static final int RESTORED = -2;
    private static final int WITHHELD = -3;
    private static final int MARKED = -4;
    private static final int EXPIRED = -5;

    /** The last version of a record up to a number, and the first day on which any of them could be seen. */
    private static final String VERSION_UP_TO = """
            CROSS JOIN LATERAL (
                SELECT w.type, w.version_no, (
                    SELECT min(x.first_shown) FROM archive.version x JOIN archive.act c ON c.id = x.delivery_id
                    WHERE x.organisation_id = w.organisation_id AND x.record_id = w.record_id
                      AND x.version_no <= w.version_no) AS public_since
                FROM archive.version w JOIN archive.act b ON b.id = w.delivery_id
                WHERE w.organisation_id = e.organisation_id AND w.record_id = e.record_id AND w.version_no <= e.last_version
                ORDER BY w.version_no DESC LIMIT 1) v
            """;

    /**
     * Endings; versions that follow one which no taken-back link had brought, as corrections, or as the end of being shown where the
     * gate (SHOWN is 0) or the last day no longer lets them be seen; restorations; marks, of which those with a
     * first day to come say nothing yet. WITHHELD and SCREENED are the marks 2 and 3.
     */
    private static final String SINCE = """
            WITH span AS (SELECT position, id, activated_at FROM archive.act WHERE position > ? AND position <= ?),
            marked AS (
                SELECT s.position, m.organisation_id, m.record_id, 2147483647 AS last_version,
                       m.placed AND m.kind IN (2, 3) AS suspends,
                       m.from_day > (s.activated_at AT TIME ZONE 'Asia/Shanghai')::date AS later
                FROM span s JOIN archive.mark m ON m.position = s.position)
            SELECT s.position, e.kind, e.organisation_id, e.record_id, v.type, v.version_no, v.public_since
            FROM span s JOIN archive.ending e ON e.act_id = s.id
            """ + VERSION_UP_TO + """
            UNION ALL
            SELECT s.position,
                   CASE WHEN v.gate <> 0 THEN -3
                        WHEN v.last_shown < (s.activated_at AT TIME ZONE 'Asia/Shanghai')::date THEN -5
                        ELSE -1 END,
                   v.organisation_id, v.record_id, v.type, v.version_no, p.public_since
            FROM span s JOIN archive.version v ON v.delivery_id = s.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS earlier, min(x.first_shown) AS public_since
                FROM archive.version x JOIN archive.act c ON c.id = x.delivery_id
                WHERE x.organisation_id = v.organisation_id AND x.record_id = v.record_id
                  AND x.version_no < v.version_no
                  AND NOT EXISTS (
                    SELECT FROM archive.ending e
                    WHERE e.organisation_id = x.organisation_id AND e.record_id = x.record_id
                      AND e.last_version >= x.version_no AND e.last_version < v.version_no)) p
            WHERE v.version_no > 1 AND p.earlier > 0
            UNION ALL
            SELECT e.position, -2, e.organisation_id, e.record_id, v.type, v.version_no, v.public_since
            FROM (SELECT s.position, r.organisation_id, r.record_id, 2147483647 AS last_version
                  FROM span s JOIN archive.restoration r ON r.position = s.position) e
            """ + VERSION_UP_TO + """
            UNION ALL
            SELECT e.position, CASE WHEN e.suspends THEN -3 ELSE -4 END, e.organisation_id, e.record_id, v.type,
                   v.version_no, v.public_since
            FROM (SELECT position, organisation_id, record_id, last_version, bool_or(suspends) AS suspends
                  FROM marked WHERE NOT (suspends AND later)
                  GROUP BY position, organisation_id, record_id, last_version) e
            """ + VERSION_UP_TO + """
            ORDER BY 1, 3, 4
            """;

    private static final String BY_DATE =
            "SELECT v.last_shown, 0, v.organisation_id, v.record_id, v.type, v.version_no,"
                    + " v.first_shown" + VersionRows.FROM
                    + "WHERE v.last_shown > ? AND v.last_shown <= ?"
                    + " AND a.activated_at < (v.last_shown + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND"
                    + VersionRows.CURRENT
                    + """
            UNION ALL
            SELECT e.from_day - 1, 1, e.organisation_id, e.record_id, v.type, v.version_no, v.public_since
            FROM (SELECT DISTINCT m.organisation_id, m.record_id, m.from_day, 2147483647 AS last_version
                  FROM archive.standing_mark m JOIN archive.act a ON a.position = m.position
                  WHERE m.kind IN (2, 3) AND m.from_day - 1 > ? AND m.from_day - 1 <= ?
                    AND a.activated_at < m.from_day::timestamp AT TIME ZONE 'Asia/Shanghai'
                    AND NOT EXISTS (
                        SELECT FROM archive.standing_ending s
                        WHERE s.organisation_id = m.organisation_id AND s.record_id = m.record_id
                          AND s.last_version = 2147483647)) e
            """ + VERSION_UP_TO + "ORDER BY 1, 3, 4";

    private final JdbcTemplate jdbc;
    private final VersionRows rows;
    private final RecordAddresses addresses;

    PostgresRecordChanges(JdbcTemplate jdbc, VersionRows rows, RecordAddresses addresses) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.addresses = addresses;
    }

    @Override
    public long since(long position, int acts, Consumer<Change> reader) {
        Long last = jdbc.queryForObject(
                "SELECT max(position) FROM (SELECT position FROM archive.act WHERE position > ? ORDER BY position LIMIT ?) a",
                Long.class,
                position,
                acts);
        if (last == null) {
            return position;
        }
        jdbc.query(connection -> streaming(connection.prepareStatement(SINCE), position, last), row -> {
            reader.accept(change(row));
        });
        return last;
    }

    @Override
    public void byDate(LocalDate after, LocalDate upTo, Consumer<Change> reader) {
        jdbc.query(connection -> streaming(connection.prepareStatement(BY_DATE), after, upTo, after, upTo), row -> {
            reader.accept(dated(row));
        });
    }

    private static PreparedStatement streaming(PreparedStatement statement, Object... parameters) throws SQLException {
        statement.setFetchSize(FETCHED_AT_ONCE);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                kind(row.getInt(2)),
                addresses.address(row.getLong(3), row.getLong(4)),
                row.getLong(3),
                rows.typeOf(row.getInt(5)),
                row.getInt(6),
                row.getObject(7, LocalDate.class),
                null);
    }

    private Change dated(ResultSet row) throws SQLException {
        return new Change(
                0,
                row.getInt(2) == 0 ? Kind.EXPIRED : Kind.WITHHELD,
                addresses.address(row.getLong(3), row.getLong(4)),
                row.getLong(3),
                rows.typeOf(row.getInt(5)),
                row.getInt(6),
                row.getObject(7, LocalDate.class),
                row.getObject(1, LocalDate.class));
    }

    private static Kind kind(int code) {
        return switch (code) {
            case CORRECTED -> Kind.CORRECTED;
            case RESTORED -> Kind.RESTORED;
            case WITHHELD -> Kind.WITHHELD;
            case MARKED -> Kind.MARKED;
            case EXPIRED -> Kind.EXPIRED;
            default ->
                switch (ENDINGS[code]) {
                    case WITHDRAWN -> Kind.WITHDRAWN;
                    case REPAIRED -> Kind.REPAIRED;
                    case UNLINKED -> Kind.UNLINKED;
                };
        };
    }
}
