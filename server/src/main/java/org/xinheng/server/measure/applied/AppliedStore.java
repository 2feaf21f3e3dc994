package org.xinheng.server.measure.applied;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.measure.use.Reason;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.SubjectKind;

/** Keeps applied measures; the caller holds the transaction. */
public final class AppliedStore {

    private static final String COLUMNS = """
            SELECT a.id, a.measure, a.effect, a.matter, a.organisation_id, a.subject_kind, a.authority, a.decision_number,
                a.ground_address, a.ground_organisation, a.ground_record, a.ground_version, a.ground_number, a.applied_on,
                a.until, a.receipt_id, a.rule_version, a.actor, a.actor_kind, a.applied_at
            FROM measure.application a
            """;

    private static final String NOT_OFF =
            "NOT EXISTS (SELECT FROM measure.application_change o WHERE o.application_id = a.id AND o.state = 'OFF')";

    private final JdbcClient sql;

    public AppliedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @return its id; empty when the body said the same before
     * @throws org.springframework.dao.DataIntegrityViolationException when the ground does not stand any more
     */
    Optional<Long> add(AppliedMeasure measure) {
        AppliedMeasure.Ground ground = measure.ground();
        return sql.sql("""
                        INSERT INTO measure.application (measure, effect, matter, organisation_id, subject_kind, authority,
                            decision_number, ground_address, ground_organisation, ground_record, ground_version, ground_number,
                            applied_on, until, receipt_id, rule_version, actor, actor_kind, applied_at)
                        VALUES (:measure, :effect, :matter, :organisation, :kind, :authority, :decision, :address,
                            :groundOrganisation, :record, :version, :number, :on, :until, :receipt, :rules, :actor, :actorKind, :at)
                        ON CONFLICT (measure, matter, organisation_id, authority, decision_number) DO NOTHING RETURNING id
                        """)
                .param("measure", measure.measure())
                .param("effect", measure.effect().name())
                .param("matter", measure.matter())
                .param("organisation", measure.organisationId())
                .param("kind", measure.subject().name())
                .param("authority", measure.authority())
                .param("decision", measure.decision())
                .param("address", ground.address())
                .param("groundOrganisation", ground.organisationId())
                .param("record", ground.recordId())
                .param("version", ground.version())
                .param("number", ground.number())
                .param("on", measure.appliedOn())
                .param("until", measure.until())
                .param("receipt", measure.receiptId(), java.sql.Types.BIGINT)
                .param("rules", measure.ruleVersion())
                .param("actor", measure.actor())
                .param("actorKind", measure.actorKind())
                .param("at", measure.appliedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** What the body said before in the same words. */
    Optional<AppliedMeasure> same(AppliedMeasure measure) {
        return sql.sql(COLUMNS + """
                        WHERE a.measure = :measure AND a.matter = :matter AND a.organisation_id = :organisation
                          AND a.authority = :authority AND a.decision_number = :decision
                        """)
                .param("measure", measure.measure())
                .param("matter", measure.matter())
                .param("organisation", measure.organisationId())
                .param("authority", measure.authority())
                .param("decision", measure.decision())
                .query(AppliedStore::read)
                .optional();
    }

    Optional<AppliedMeasure> find(long id) {
        return sql.sql(COLUMNS + "WHERE a.id = :id")
                .param("id", id)
                .query(AppliedStore::read)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param authority id of the body; null for all
     * @param before id before which the page begins
     */
    List<AppliedMeasure> list(@Nullable String authority, long before, int limit) {
        return sql.sql(COLUMNS + """
                        WHERE a.id < :before AND (CAST(:authority AS text) IS NULL OR a.authority = :authority)
                        ORDER BY a.id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("authority", authority, java.sql.Types.VARCHAR)
                .param("limit", limit)
                .query(AppliedStore::read)
                .list();
    }

    /** Newest first. @param ids of an organisation and of the entries that lead to it */
    List<AppliedMeasure> ofOrganisations(Collection<Long> ids) {
        return sql.sql(COLUMNS + "WHERE a.organisation_id = ANY (:ids) ORDER BY a.id DESC")
                .param("ids", ids.toArray(Long[]::new))
                .query(AppliedStore::read)
                .list();
    }

    /** Those on these grounds that are not off for good. */
    List<AppliedMeasure> openOn(Collection<String> addresses) {
        return sql.sql(COLUMNS + "WHERE a.ground_address = ANY (:addresses) AND " + NOT_OFF)
                .param("addresses", addresses.toArray(String[]::new))
                .query(AppliedStore::read)
                .list();
    }

    /** Those whose last day lies before a day and that are not off yet. */
    List<AppliedMeasure> overBefore(LocalDate day) {
        return sql.sql(COLUMNS + "WHERE a.until < :day AND " + NOT_OFF)
                .param("day", day)
                .query(AppliedStore::read)
                .list();
    }

    /** All that are not off for good, page by page in the order of their ids. */
    List<AppliedMeasure> open(long after, int limit) {
        return sql.sql(COLUMNS + "WHERE a.id > :after AND " + NOT_OFF + " ORDER BY a.id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(AppliedStore::read)
                .list();
    }

    /** The last change of each that had one. */
    Map<Long, AppliedState> states(Collection<Long> ids) {
        Map<Long, AppliedState> states = new HashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (application_id) application_id, state, reason, facts FROM measure.application_change
                        WHERE application_id = ANY (:ids) ORDER BY application_id, no DESC
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> states.put(row.getLong(1), state(row, 2)))
                .list();
        return states;
    }

    /** Takes down what befell them; each once, in one statement. */
    void change(Map<Long, AppliedState> states, LocalDate day, Instant at) {
        List<Map.Entry<Long, AppliedState>> all = List.copyOf(states.entrySet());
        sql.sql("""
                        INSERT INTO measure.application_change (application_id, no, state, reason, facts, on_day, changed_at)
                        SELECT c.id, coalesce((SELECT max(b.no) FROM measure.application_change b WHERE b.application_id = c.id), 0) + 1,
                            c.state, nullif(c.reason, ''), CASE c.fact WHEN '' THEN '{}'::text[] ELSE ARRAY[c.fact] END, :day, :at
                        FROM unnest(:ids, :states, :reasons, :facts) AS c (id, state, reason, fact)
                        """)
                .param("ids", all.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param(
                        "states",
                        all.stream().map(one -> one.getValue().kind().name()).toArray(String[]::new))
                .param(
                        "reasons",
                        all.stream().map(one -> nameOf(one.getValue())).toArray(String[]::new))
                .param("facts", all.stream().map(one -> factOf(one.getValue())).toArray(String[]::new))
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String nameOf(AppliedState state) {
        Reason reason = state.reason();
        return reason == null ? "" : reason.name();
    }

    private static String factOf(AppliedState state) {
        return state.facts().isEmpty() ? "" : state.facts().getFirst();
    }

    static AppliedState state(ResultSet row, int first) throws SQLException {
        String reason = row.getString(first + 1);
        return new AppliedState(
                AppliedState.Kind.valueOf(row.getString(first)),
                reason == null ? null : Reason.valueOf(reason),
                List.of((String[]) row.getArray(first + 2).getArray()));
    }

    static AppliedMeasure read(ResultSet row, int number) throws SQLException {
        return new AppliedMeasure(
                row.getLong(1),
                row.getString(2),
                Measure.Effect.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                SubjectKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                new AppliedMeasure.Ground(
                        row.getString(9), row.getLong(10), row.getLong(11), row.getInt(12), row.getString(13)),
                row.getObject(14, LocalDate.class),
                row.getObject(15, LocalDate.class),
                row.getObject(16, Long.class),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getObject(20, OffsetDateTime.class).toInstant());
    }
}
