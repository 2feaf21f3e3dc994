package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.RecordVersion;

/** Look-ups by key and by act. */
final class PostgresHoldings implements Holdings {

    /** The very first one, or the first again after a link was taken back. */
    private static final String FIRST = """
            WHERE (v.version_no = 1 OR EXISTS (
                SELECT FROM archive.ending e
                WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id
                  AND e.last_version = v.version_no - 1))
            """;

    private final JdbcClient sql;
    private final VersionRows rows;
    private final Stores stores;

    PostgresHoldings(JdbcClient sql, VersionRows rows, Stores stores) {
        this.sql = sql;
        this.rows = rows;
        this.stores = stores;
    }

    Optional<RecordVersion> find(RecordAddresses.Place place) {
        return find(place.organisationId(), place.recordId());
    }

    @Override
    public Optional<RecordVersion> find(long organisationId, long recordId) {
        var part = VersionRows.partOf(organisationId);
        return sql.sql("SELECT " + VersionRows.COLUMNS + part.from()
                        + "WHERE v.organisation_id = :organisation AND v.record_id = :record AND" + part.current())
                .param("organisation", organisationId)
                .param("record", recordId)
                .query(rows)
                .optional();
    }

    @Override
    public Optional<Ended> ended(long organisationId, long recordId) {
        return sql.sql("""
                        SELECT a.position, a.activated_at, e.kind, e.ground, e.document_number, e.statement
                        FROM archive.standing_ending e JOIN archive.act a ON a.id = e.act_id
                        WHERE e.organisation_id = :organisation AND e.record_id = :record AND e.last_version = :every
                        ORDER BY a.position LIMIT 1
                        """)
                .param("organisation", organisationId)
                .param("record", recordId)
                .param("every", Endings.EVERY_VERSION)
                .query((row, _) -> Endings.ended(row))
                .optional();
    }

    List<RecordVersion> currentOf(long organisationId) {
        var part = VersionRows.partOf(organisationId);
        return sql.sql("SELECT " + VersionRows.COLUMNS + part.from()
                        + "WHERE v.organisation_id = :organisation AND" + part.current()
                        + " ORDER BY v.decided_on DESC, v.record_id")
                .param("organisation", organisationId)
                .query(rows)
                .list();
    }

    @Override
    public List<EndedRecord> endedOf(long organisationId) {
        return sql
                .sql("SELECT " + VersionRows.COLUMNS + VersionRows.FROM + """
                        WHERE v.organisation_id = :organisation
                          AND NOT EXISTS (
                              SELECT FROM archive.version n JOIN archive.act b ON b.id = n.delivery_id
                              WHERE n.organisation_id = v.organisation_id AND n.record_id = v.record_id
                                AND n.version_no > v.version_no)
                          AND EXISTS (
                              SELECT FROM archive.standing_ending e
                              WHERE e.organisation_id = v.organisation_id AND e.record_id = v.record_id
                                AND e.last_version = :every AND e.kind <> :unlinked)
                        ORDER BY v.decided_on DESC, v.record_id
                        """)
                .param("organisation", organisationId)
                .param("every", Endings.EVERY_VERSION)
                .param("unlinked", Ending.UNLINKED.ordinal())
                .query(rows)
                .list()
                .stream()
                .flatMap(
                        version -> ended(version.organisationId(), version.recordId())
                                .map(ended -> new EndedRecord(version, ended))
                                .stream())
                .toList();
    }

    @Override
    public boolean isBeingLoaded(long organisationId, long recordId, long exceptAct) {
        return sql.sql("""
                        SELECT EXISTS (
                            SELECT FROM archive.version v
                            WHERE v.organisation_id = :organisation AND v.record_id = :record AND v.delivery_id <> :act
                              AND NOT EXISTS (SELECT FROM archive.act a WHERE a.id = v.delivery_id))
                        """)
                .param("organisation", organisationId)
                .param("record", recordId)
                .param("act", exceptAct)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Long> firstHolder(long recordId) {
        return sql.sql("SELECT organisation_id FROM archive.number_holder WHERE record_id = :record")
                .param("record", recordId)
                .query(Long.class)
                .optional();
    }

    @Override
    public List<Brought> broughtBy(long actId, LocalDate decidedOn, int afterRow, int limit) {
        return sql.sql("SELECT " + VersionRows.COLUMNS + ", v.row_no" + VersionRows.FROM + FIRST
                        + " AND v.delivery_id = :act AND v.decided_on = :decided AND v.row_no > :after"
                        + " ORDER BY v.row_no LIMIT :limit")
                .param("act", actId)
                .param("decided", decidedOn)
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, at) -> new Brought(row.getInt("row_no"), Objects.requireNonNull(rows.mapRow(row, at))))
                .list();
    }

    @Override
    public List<Feed> feeds() {
        return feeds(Long.MAX_VALUE, rows);
    }

    @Override
    public List<Feed> feeds(long knownAt, Policy rules) {
        return feeds(knownAt, rows.under(rules));
    }

    @Override
    public List<Heard> heard(LocalDate first, LocalDate last) {
        return stores.acts().heardOn(first, last).stream()
                .map(heard -> new Heard(stores.terms().text(heard.source()), rows.typeOf(heard.type()), heard.on()))
                .toList();
    }

    private List<Feed> feeds(long knownAt, VersionRows named) {
        return stores.acts().heard(knownAt).stream()
                .map(heard -> new Feed(stores.terms().text(heard.source()), named.typeOf(heard.type()), heard.at()))
                .toList();
    }
}
