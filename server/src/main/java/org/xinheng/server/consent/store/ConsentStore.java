package org.xinheng.server.consent.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.StandingConsents;

/** Grants and what their organisations made of them. */
public final class ConsentStore {

    private static final String SELECT = """
            SELECT c.id, c.organisation_id, c.reader, c.purpose, c.data, c.decided_from, c.decided_to, c.reads, c.per,
                   c.first_day, c.last_day, c.wording, c.wording_sha256, c.rule_version, c.actor, c.signed_at,
                   c.record_types,
                   ARRAY(SELECT s.act FROM consent.step s WHERE s.consent_id = c.id ORDER BY s.no) AS acts
            FROM consent.consent c
            """;

    private final JdbcClient sql;

    public ConsentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is written beside the grant itself. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Signature(
            String formKey,
            long organisationId,
            Set<String> recordTypes,
            String wording,
            byte[] sha256,
            String ruleVersion,
            String actor,
            Instant at) {}

    /**
     * Of a form sent twice at once the second waits for the first and then sees it: that takes a statement of its own.
     *
     * @return id of the grant; the one signed before when the form came twice; empty when its key was used for another text or by
     *     another organisation: nothing is signed then
     */
    public Optional<Long> sign(Grant grant, Signature signature) {
        return inserted(grant, signature)
                .or(() -> sql.sql("""
                                SELECT id FROM consent.consent
                                WHERE form_key = :key AND organisation_id = :organisation AND wording_sha256 = :hash
                                """)
                        .param("key", signature.formKey())
                        .param("organisation", signature.organisationId())
                        .param("hash", signature.sha256())
                        .query(Long.class)
                        .optional());
    }

    private Optional<Long> inserted(Grant grant, Signature signature) {
        return sql.sql("""
                        INSERT INTO consent.consent (form_key, organisation_id, reader, purpose, data, record_types, decided_from, decided_to,
                            reads, per, first_day, last_day, wording, wording_sha256, rule_version, actor, signed_at)
                        VALUES (:key, :organisation, :reader, :purpose, :data, :types, :decidedFrom, :decidedTo, :reads, :per, :first,
                            :last, :wording, :hash, :version, :actor, :at)
                        ON CONFLICT (form_key) DO NOTHING RETURNING id
                        """)
                .param("key", signature.formKey())
                .param("organisation", signature.organisationId())
                .param("reader", grant.reader())
                .param("purpose", grant.purpose())
                .param("data", new TreeSet<>(grant.data()).toArray(String[]::new))
                .param("types", new TreeSet<>(signature.recordTypes()).toArray(String[]::new))
                .param("decidedFrom", grant.decided().first())
                .param("decidedTo", grant.decided().last())
                .param("reads", grant.frequency().reads())
                .param("per", grant.frequency().per().name())
                .param("first", grant.life().first())
                .param("last", grant.life().last())
                .param("wording", signature.wording())
                .param("hash", signature.sha256())
                .param("version", signature.ruleVersion())
                .param("actor", signature.actor())
                .param("at", signature.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Reads and steps of one grant go one after another until the end of the caller's transaction. */
    public void lock(long id) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('consent ' || :id, 0))::text")
                .param("id", Long.toString(id))
                .query(String.class)
                .single();
    }

    public void step(long id, Standing.Act act, String actor, Instant at) {
        sql.sql("""
                INSERT INTO consent.step (consent_id, no, act, actor, taken_at)
                SELECT :id, coalesce(max(no), 0) + 1, :act, :actor, :at FROM consent.step WHERE consent_id = :id
                """)
                .param("id", id)
                .param("act", act.name())
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Consent> find(long id) {
        return sql.sql(SELECT + "WHERE c.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Newest first, below an id. */
    public List<Consent> ofOrganisations(Collection<Long> ids, long before, int size) {
        return sql.sql(SELECT + "WHERE c.organisation_id = ANY (?) AND c.id < ? ORDER BY c.id DESC LIMIT ?")
                .params(ids.toArray(Long[]::new), before, size)
                .query((row, _) -> read(row))
                .list();
    }

    /** Grants of an organisation for a use, the newest first. */
    public List<Consent> of(Collection<Long> organisations, StandingConsents.Use use) {
        return sql.sql(SELECT + """
                        WHERE c.organisation_id = ANY (?) AND c.reader = ? AND c.purpose = ? AND ? = ANY (c.data)
                        ORDER BY c.id DESC
                        """)
                .params(organisations.toArray(Long[]::new), use.reader(), use.purpose(), use.data())
                .query((row, _) -> read(row))
                .list();
    }

    /** A grant, and whose it is. */
    public record Granted(long consent, long organisation) {}

    /** Grants for a use whose last day has not gone by, above an id. */
    public List<Granted> granted(StandingConsents.Use use, long after, LocalDate today, int size) {
        return sql.sql("""
                        SELECT id, organisation_id FROM consent.consent
                         WHERE reader = ? AND id > ? AND purpose = ? AND ? = ANY (data) AND last_day >= ?
                         ORDER BY id LIMIT ?
                        """)
                .params(use.reader(), after, use.purpose(), use.data(), today, size)
                .query((row, _) -> new Granted(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Newest first, below an id. */
    public List<Consent> ofReader(String reader, long before, int size) {
        return sql.sql(SELECT + "WHERE c.reader = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?")
                .params(reader, before, size)
                .query((row, _) -> read(row))
                .list();
    }

    private static Consent read(ResultSet row) throws SQLException {
        Grant grant = new Grant(
                row.getString("reader"),
                row.getString("purpose"),
                Set.of(texts(row, "data")),
                new DateWindow(day(row, "decided_from"), row.getObject("decided_to", LocalDate.class)),
                new Frequency(row.getInt("reads"), Per.valueOf(row.getString("per"))),
                new DateWindow(day(row, "first_day"), day(row, "last_day")));
        return new Consent(
                row.getLong("id"),
                row.getLong("organisation_id"),
                grant,
                row.getString("wording"),
                HexFormat.of().formatHex(row.getBytes("wording_sha256")),
                row.getString("rule_version"),
                row.getString("actor"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                Set.of(texts(row, "record_types")),
                Standing.after(Arrays.stream(texts(row, "acts"))
                        .map(Standing.Act::valueOf)
                        .toList()));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    /** A read that was let through. */
    public record Read(
            long id, long consentId, Instant at, String actor, String fileNumber, List<String> data, int records) {}

    /** Reads of a grant since a day. */
    public int readsSince(long id, LocalDate since) {
        return sql.sql("SELECT count(*) FROM consent.reading WHERE consent_id = ? AND read_on >= ?")
                .params(id, since)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    public List<Read> reads(long id, int most) {
        return sql.sql("""
                        SELECT id, consent_id, read_at, actor, file_number, data, records FROM consent.reading
                        WHERE consent_id = ? ORDER BY id DESC LIMIT ?
                        """)
                .params(id, most)
                .query((row, _) -> new Read(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getInt(7)))
                .list();
    }

    /**
     * Writes a read down, with the records that it gave out.
     *
     * @param kind of the actor
     * @return its number
     */
    public long append(Read read, LocalDate day, String kind, String reader, Collection<String> addresses) {
        long number = sql.sql("""
                        INSERT INTO consent.reading (consent_id, read_on, read_at, actor, actor_kind, file_number, data, records)
                        VALUES (:consent, :day, :at, :actor, :kind, :file, :data, :records) RETURNING id
                        """)
                .param("consent", read.consentId())
                .param("day", day)
                .param("at", read.at().atOffset(ZoneOffset.UTC))
                .param("actor", read.actor())
                .param("kind", kind)
                .param("file", read.fileNumber())
                .param("data", read.data().toArray(String[]::new))
                .param("records", read.records())
                .query(Long.class)
                .single();
        sql.sql("""
                INSERT INTO consent.told (opaque_id, reader, reading_id)
                SELECT a, :reader, :reading FROM unnest(:addresses::text[]) a ON CONFLICT DO NOTHING
                """)
                .param("reader", reader)
                .param("reading", number)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
        return number;
    }

    public Set<String> told(String address) {
        return sql.sql("SELECT reader FROM consent.told WHERE opaque_id = ?")
                .param(address)
                .query(String.class)
                .set();
    }
}
