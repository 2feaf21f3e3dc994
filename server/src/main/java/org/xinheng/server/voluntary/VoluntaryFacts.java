package org.xinheng.server.voluntary;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.voluntary.VoluntaryFact.Content;
import org.xinheng.server.voluntary.VoluntaryFact.Decision;

/** Facts that organisations filed, with what became of them; only ever appended to. Who may do what is a matter of the caller. */
public final class VoluntaryFacts {

    static final String COLUMNS = """
            SELECT f.id, f.organisation_id, f.kind, f.title, f.number, f.issuer, f.issued_on, f.valid_to, f.content, f.truth, f.filed_at,
                   d.verified, d.reasons, d.body, d.decided_at, w.withdrawn_at
            """;

    static final String FROM = """
              FROM voluntary.fact f
              LEFT JOIN voluntary.decision d ON d.fact_id = f.id
              LEFT JOIN voluntary.withdrawal w ON w.fact_id = f.id
            """;

    private static final String SELECT = COLUMNS + FROM;

    /** The array stands in a statement of its own: so the plan does not hang on its length, and PostgreSQL keeps it. */
    private static final String OF_ORGANISATIONS = SELECT + """
             WHERE f.organisation_id IN (SELECT unnest((SELECT CAST(? AS bigint[])))) ORDER BY f.id DESC
            """;

    private final JdbcClient sql;

    public VoluntaryFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Files a fact.
     *
     * @param key of the form: sent again, it files nothing
     * @return its id; empty when the form was used by another organisation
     */
    public Optional<Long> file(String key, long organisation, Content content, String truth, String actor, Instant at) {
        sql.sql("""
                        INSERT INTO voluntary.fact (form_key, organisation_id, kind, title, number, issuer, issued_on, valid_to, content,
                                                    truth, actor, filed_at)
                        VALUES (:key, :organisation, :kind, :title, :number, :issuer, :issued, :valid, :content, :truth, :actor, :at)
                        ON CONFLICT (form_key) DO NOTHING
                        """)
                .param("key", key)
                .param("organisation", organisation)
                .param("kind", content.kind())
                .param("title", content.title())
                .param("number", content.number())
                .param("issuer", content.issuer())
                .param("issued", content.issuedOn(), Types.DATE)
                .param("valid", content.validTo(), Types.DATE)
                .param("content", content.words())
                .param("truth", truth)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("SELECT id FROM voluntary.fact WHERE form_key = ? AND organisation_id = ?")
                .params(key, organisation)
                .query(Long.class)
                .optional();
    }

    /** @return false when it was decided or taken back before */
    public boolean decide(
            long fact, boolean verified, String reasons, @Nullable String body, String actor, Instant at) {
        try {
            return sql.sql("""
                            INSERT INTO voluntary.decision (fact_id, verified, reasons, body, actor, decided_at)
                            VALUES (:fact, :verified, :reasons, :body, :actor, :at) ON CONFLICT (fact_id) DO NOTHING
                            """)
                            .param("fact", fact)
                            .param("verified", verified)
                            .param("reasons", reasons)
                            .param("body", body, Types.VARCHAR)
                            .param("actor", actor)
                            .param("at", at.atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException withdrawn) {
            return false;
        }
    }

    /** Taken back a second time, it stays taken back. */
    public void withdraw(long fact, String actor, Instant at) {
        sql.sql("""
                        INSERT INTO voluntary.withdrawal (fact_id, actor, withdrawn_at) VALUES (?, ?, ?)
                        ON CONFLICT (fact_id) DO NOTHING
                        """).params(fact, actor, at.atOffset(ZoneOffset.UTC)).update();
    }

    public Optional<VoluntaryFact> find(long id) {
        return sql.sql(SELECT + " WHERE f.id = ?")
                .param(id)
                .query((row, _) -> fact(row))
                .optional();
    }

    /** Of organisations, each under its own id and those of entries of the register merged into it; the newest first. */
    public List<VoluntaryFact> of(Collection<Long> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : sql.sql(OF_ORGANISATIONS)
                        .param(organisations.toArray(Long[]::new))
                        .query((row, _) -> fact(row))
                        .list();
    }

    /** How many of some kinds wait for a decision. */
    public long waiting(Collection<String> kinds) {
        return sql.sql("""
                        SELECT count(*) FROM voluntary.fact f
                        WHERE f.kind = ANY (:kinds)
                          AND NOT EXISTS (SELECT FROM voluntary.decision d WHERE d.fact_id = f.id)
                          AND NOT EXISTS (SELECT FROM voluntary.withdrawal w WHERE w.fact_id = f.id)
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    static VoluntaryFact fact(ResultSet row) throws SQLException {
        String reasons = row.getString("reasons");
        Instant withdrawn = instant(row, "withdrawn_at");
        return new VoluntaryFact(
                row.getLong("id"),
                row.getLong("organisation_id"),
                new Content(
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("number"),
                        row.getString("issuer"),
                        day(row, "issued_on"),
                        day(row, "valid_to"),
                        row.getString("content")),
                row.getString("truth"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                reasons == null
                        ? null
                        : new Decision(
                                row.getBoolean("verified"),
                                reasons,
                                row.getString("body"),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant()),
                withdrawn);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
