package org.xinheng.server.inspection.plan;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.inspection.plan.Plan.Awaited;
import org.xinheng.server.inspection.plan.Plan.Drawn;
import org.xinheng.server.inspection.plan.Plan.Order;
import org.xinheng.server.inspection.plan.Plan.Result;
import org.xinheng.server.inspection.plan.Plan.Scope;
import org.xinheng.server.inspection.plan.Plan.Sealed;
import org.xinheng.server.inspection.plan.Plan.Visit;

/** Plans, pools, draws and results in the database; only ever appended to. */
public final class PlanStore {

    private static final String SELECT = """
            SELECT p.id, p.authority, p.title, p.items, p.source, p.issue, p.published_at, p.division, p.codes,
                   p.first_day, p.last_day, s.root, s.sealed_at, s.pack, s.visits, d.entropy, d.drawn_at
              FROM inspection.plan p
              LEFT JOIN inspection.seal s ON s.plan_id = p.id
              LEFT JOIN inspection.draw d ON d.plan_id = p.id
            """;

    private final JdbcClient sql;

    public PlanStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who does something, for which body, when. */
    record By(String authority, String actor, Instant at) {}

    /**
     * An organisation of a pool.
     *
     * @param code on its tickets
     * @param opening the line that opens one of them
     */
    record Member(long organisation, String code, String opening) {}

    /** What of a seal is kept as text. */
    record Texts(String frozen, String annex, String openings) {}

    /** @return empty when a plan stands under this key: what was made meanwhile is seen by another statement only */
    Optional<Long> make(Order order, By by, String key) {
        return sql.sql("""
                        INSERT INTO inspection.plan (authority, title, items, source, issue, published_at, division, codes,
                            first_day, last_day, form_key, actor, made_at)
                        VALUES (:authority, :title, :items, :source, :issue, :published, :division, :codes, :first, :last,
                            :key, :actor, :at)
                        ON CONFLICT (form_key) DO NOTHING RETURNING id
                        """)
                .param("authority", by.authority())
                .param("title", order.title())
                .param("items", order.items().toArray(String[]::new))
                .param("source", order.awaited().source())
                .param("issue", order.awaited().issue())
                .param("published", order.awaited().published().atOffset(ZoneOffset.UTC))
                .param("division", order.scope().division())
                .param("codes", order.scope().codes().toArray(String[]::new))
                .param("first", order.firstDay())
                .param("last", order.lastDay())
                .param("key", formKey(by.authority(), key))
                .param("actor", by.actor())
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The plan that a form made. */
    Optional<Plan> made(String authority, String key) {
        return sql.sql(SELECT + "WHERE p.form_key = :key")
                .param("key", formKey(authority, key))
                .query((row, _) -> plan(row))
                .optional();
    }

    private static String formKey(String authority, String key) {
        return authority + ":" + key;
    }

    public Optional<Plan> find(long id) {
        return sql.sql(SELECT + "WHERE p.id = :id")
                .param("id", id)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** Newest first. @param authority null for all; @param sealedOnly what the public may know of */
    public List<Plan> list(@Nullable String authority, boolean sealedOnly, long before, int limit) {
        return sql.sql(SELECT + """
                         WHERE p.id < :before AND (:authority::text IS NULL OR p.authority = :authority)
                           AND (s.root IS NOT NULL OR NOT :sealed)
                         ORDER BY p.id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("authority", authority)
                .param("sealed", sealedOnly)
                .param("limit", limit)
                .query((row, _) -> plan(row))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        Order order = new Order(
                row.getString(3),
                texts(row, 4),
                new Awaited(row.getString(5), row.getString(6), instant(row, 7)),
                new Scope(row.getString(8), texts(row, 9)),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class));
        String root = row.getString(12);
        String entropy = row.getString(16);
        return new Plan(
                row.getLong(1),
                row.getString(2),
                order,
                root == null ? null : new Sealed(root, instant(row, 13), row.getString(14), row.getInt(15)),
                entropy == null ? null : new Drawn(entropy, instant(row, 17)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * @param members one ticket of each
     * @return false when the plan was sealed before
     */
    boolean seal(long plan, Sealed sealed, Texts texts, Collection<Member> members, String actor) {
        int written = sql.sql("""
                        INSERT INTO inspection.seal (plan_id, root, sealed_at, published_at, pack, visits, frozen, annex,
                            openings, actor)
                        SELECT p.id, :root, :at, p.published_at, :pack, :visits, :frozen, :annex, :openings, :actor
                          FROM inspection.plan p WHERE p.id = :plan
                        ON CONFLICT (plan_id) DO NOTHING
                        """)
                .param("plan", plan)
                .param("root", sealed.root())
                .param("at", sealed.at().atOffset(ZoneOffset.UTC))
                .param("pack", sealed.pack())
                .param("visits", sealed.visits())
                .param("frozen", texts.frozen())
                .param("annex", texts.annex())
                .param("openings", texts.openings())
                .param("actor", actor)
                .update();
        if (written == 0) {
            return false;
        }
        sql.sql("""
                        INSERT INTO inspection.member (plan_id, organisation_id, code, opening)
                        SELECT :plan, m.* FROM unnest(:organisations::bigint[], :codes::text[], :openings::text[]) m
                        """)
                .param("plan", plan)
                .param(
                        "organisations",
                        members.stream().map(Member::organisation).toArray(Long[]::new))
                .param("codes", members.stream().map(Member::code).toArray(String[]::new))
                .param("openings", members.stream().map(Member::opening).toArray(String[]::new))
                .update();
        return true;
    }

    /** Organisations of a pool by the code of their tickets, as they were when it was sealed. */
    Map<String, Long> members(long plan) {
        Map<String, Long> members = new HashMap<>();
        sql.sql("SELECT code, organisation_id FROM inspection.member WHERE plan_id = :plan")
                .param("plan", plan)
                .query(row -> {
                    members.put(Objects.requireNonNull(row.getString(1)), row.getLong(2));
                });
        return members;
    }

    Optional<Texts> texts(long plan) {
        return sql.sql("SELECT frozen, annex, openings FROM inspection.seal WHERE plan_id = :plan")
                .param("plan", plan)
                .query((row, _) -> new Texts(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    public Optional<String> frozen(long plan) {
        return texts(plan).map(Texts::frozen);
    }

    public Optional<String> publicBundle(long plan) {
        return sql.sql("SELECT bundle FROM inspection.draw WHERE plan_id = :plan")
                .param("plan", plan)
                .query(String.class)
                .optional();
    }

    /** @return false when the seed was entered before */
    boolean draw(Plan plan, Drawn drawn, String bundle, List<Visit> visits, String actor) {
        int written = sql.sql("""
                        INSERT INTO inspection.draw (plan_id, published_at, entropy, bundle, actor, drawn_at)
                        SELECT s.plan_id, s.published_at, :entropy, :bundle, :actor, :at
                          FROM inspection.seal s WHERE s.plan_id = :plan
                        ON CONFLICT (plan_id) DO NOTHING
                        """)
                .param("plan", plan.id())
                .param("entropy", drawn.entropy())
                .param("bundle", bundle)
                .param("actor", actor)
                .param("at", drawn.at().atOffset(ZoneOffset.UTC))
                .update();
        for (Visit visit : written == 0 ? List.<Visit>of() : visits) {
            sql.sql("""
                            INSERT INTO inspection.visit (plan_id, no, organisation_id, team, drawn_at)
                            VALUES (:plan, :no, :organisation, :team, :at)
                            """)
                    .param("plan", plan.id())
                    .param("no", visit.no())
                    .param("organisation", visit.organisation())
                    .param("team", visit.team().toArray(String[]::new))
                    .param("at", drawn.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return written > 0;
    }

    public List<Visit> visits(long plan) {
        return sql.sql("""
                        SELECT v.no, v.organisation_id, v.team, r.visited_on, r.outcome, r.entered_at
                          FROM inspection.visit v
                          LEFT JOIN LATERAL (SELECT * FROM inspection.result r
                                              WHERE r.plan_id = v.plan_id AND r.no = v.no ORDER BY r.id DESC LIMIT 1) r ON true
                         WHERE v.plan_id = :plan ORDER BY v.no
                        """)
                .param("plan", plan)
                .query((row, _) -> {
                    String outcome = row.getString(5);
                    return new Visit(
                            row.getInt(1),
                            row.getLong(2),
                            texts(row, 3),
                            outcome == null
                                    ? null
                                    : new Result(row.getObject(4, LocalDate.class), outcome, instant(row, 6)));
                })
                .list();
    }

    void result(long plan, int no, Result result, String actor) {
        sql.sql("""
                        INSERT INTO inspection.result (plan_id, no, visited_on, outcome, actor, entered_at)
                        VALUES (:plan, :no, :day, :outcome, :actor, :at)
                        """)
                .param("plan", plan)
                .param("no", no)
                .param("day", result.visitedOn())
                .param("outcome", result.outcome())
                .param("actor", actor)
                .param("at", result.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How often each organisation was drawn by any body since an instant. */
    Map<Long, Integer> visitsSince(Instant since) {
        Map<Long, Integer> visits = new HashMap<>();
        sql.sql("SELECT organisation_id, count(*) FROM inspection.visit WHERE drawn_at >= :since GROUP BY 1")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    visits.put(row.getLong(1), row.getInt(2));
                });
        return visits;
    }

    /**
     * Tickets that an organisation opens for itself, with the plan's number; newest plan first.
     *
     * @param ids under which the organisation was ever in a pool
     */
    public List<Own> ofOrganisation(Set<Long> ids) {
        return sql.sql("""
                        SELECT plan_id, organisation_id, opening FROM inspection.member
                         WHERE organisation_id = ANY (:organisations::bigint[]) ORDER BY plan_id DESC, organisation_id
                        """)
                .param("organisations", ids.toArray(Long[]::new))
                .query((row, _) -> new Own(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /**
     * @param organisation id under which it was in the pool
     * @param opening the line that opens its ticket
     */
    public record Own(long plan, long organisation, String opening) {}
}
