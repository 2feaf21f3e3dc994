package org.xinheng.server.evaluation.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.policy.GradeRelease.ByConsent;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.given.GivenQueue.Run;
import org.xinheng.server.evaluation.given.GivenQueue.Through;
import org.xinheng.server.evaluation.given.GivenStore.Origin;
import org.xinheng.server.evaluation.given.Readers.Telling;

/**
 * Brings a feed to what a run over the whole place said, some thousand organisations at a time: one statement ends, one gives. Bad
 * grades and grants are only asked for here, and looked at one by one; of a rule by consent nobody is gone through but who granted.
 */
final class MassGiving {

    static final int AT_ONCE = 2_000;

    /**
     * Whoever was evaluated by himself after the run, or on a later day, or left out then, or waits to be looked at, is not the run's;
     * nor is whoever has a line of a later day.
     */
    private static final String NOT_LATER = """
             AND NOT EXISTS (SELECT FROM evaluation.given_due d
                              WHERE d.organisation_id = %1$s.organisation_id AND d.model = :theModel)
             AND NOT EXISTS (SELECT FROM evaluation.event_result e JOIN evaluation.followed f ON f.id = e.followed_id
                              WHERE e.organisation_id = %1$s.organisation_id AND e.model = :theModel
                                AND (f.position > :archive OR f.register_at > :register OR f.day > :runDay))
             AND NOT EXISTS (SELECT FROM evaluation.event_skipped k JOIN evaluation.followed f ON f.id = k.followed_id
                              WHERE k.organisation_id = %1$s.organisation_id
                                AND (f.position > :archive OR f.register_at > :register OR f.day > :runDay))
             AND NOT EXISTS (SELECT FROM evaluation.given_line l
                              WHERE l.organisation_id = %1$s.organisation_id AND l.reader = :reader AND l.model = :theModel
                                AND l.day > :runDay)
            """;

    private static final String MOVED = """
            SELECT s.model, s.organisation_id,
                   CASE WHEN x.organisation_id IS NULL THEN 'UNSETTLED' ELSE 'CHANGED' END AS reason
              FROM evaluation.given_standing s
              LEFT JOIN evaluation.result x ON x.run_id = :theRun AND x.organisation_id = s.organisation_id
             WHERE s.reader = :reader AND s.model = :theModel AND s.organisation_id > :after AND s.organisation_id <= :upTo
               AND x.grade IS DISTINCT FROM s.grade
            """ + NOT_LATER.formatted("s");

    private static final String NEW = """
            SELECT x.organisation_id, x.grade, NULL::bigint AS consent_id, NULL::date AS until
              FROM evaluation.result x
             WHERE x.run_id = :theRun AND x.organisation_id > :after AND x.organisation_id <= :upTo AND x.grade = ANY (:grades)
               AND x.organisation_id <> ALL (:merged::bigint[])
               AND NOT EXISTS (SELECT FROM evaluation.given_standing s
                                WHERE s.reader = :reader AND s.model = :theModel AND s.organisation_id = x.organisation_id)
            """ + NOT_LATER.formatted("x");

    private final JdbcClient sql;
    private final GivenStore store;
    private final GivenQueue queue;
    private final StandingConsents consents;
    private final TransactionOperations transactions;

    MassGiving(
            JdbcClient sql,
            GivenStore store,
            GivenQueue queue,
            StandingConsents consents,
            TransactionOperations transactions) {
        this.sql = sql;
        this.store = store;
        this.queue = queue;
        this.consents = consents;
        this.transactions = transactions;
    }

    /**
     * @param today with the time of it
     * @param entries of the register, as they lead now
     */
    record Now(LocalDate today, Instant instant, Entries entries) {}

    /** Whether the rule was gone through for the run. */
    boolean isDone(Telling telling, Run run) {
        return through(telling, run).done();
    }

    private Through through(Telling telling, Run run) {
        return queue.through(telling.rule().rule().id())
                .filter(one -> one.run() == run.id())
                .orElse(new Through(run.id(), 0, false));
    }

    /**
     * Goes some way further.
     *
     * @return whether the rule was gone through for the run
     */
    boolean goOn(Telling telling, Run run, Now now) {
        String rule = telling.rule().rule().id();
        Through through = through(telling, run);
        if (through.done()) {
            return true;
        }
        ByConsent consent = telling.rule().consent();
        Through further =
                consent == null ? whole(telling, run, through, now) : granted(telling, consent, run, through, now);
        transactions.executeWithoutResult(_ -> queue.through(rule, further));
        return further.done();
    }

    private Through whole(Telling telling, Run run, Through through, Now now) {
        long upTo = sql.sql("""
                        SELECT coalesce(max(organisation_id), 0) FROM (
                            SELECT organisation_id FROM evaluation.result
                             WHERE run_id = :run AND organisation_id > :after ORDER BY 1 LIMIT :most) r
                        """)
                .param("run", run.id())
                .param("after", through.after())
                .param("most", AT_ONCE)
                .query(Long.class)
                .single();
        boolean last = upTo == 0;
        Map<String, Object> facts = facts(telling, run);
        facts.put("merged", now.entries().merged());
        facts.put("after", through.after());
        facts.put("upTo", last ? Long.MAX_VALUE : upTo);
        long position = run.archive();
        Origin given = new Origin(run.day(), now.today(), run.id(), position);
        transactions.executeWithoutResult(_ -> {
            store.hold(telling.feed());
            store.end(telling.feed(), given, MOVED, facts);
            store.give(telling, telling.rule().rule().basis(), given, NEW, facts);
            if (telling.rule().grades().stream().anyMatch(telling.bad()::contains)) {
                askForReleased(facts, now);
            }
        });
        return new Through(run.id(), last ? through.after() : upTo, last);
    }

    private static Map<String, Object> facts(Telling telling, Run run) {
        Reader rule = telling.rule();
        List<String> good = new ArrayList<>(rule.grades());
        good.removeAll(telling.bad());
        List<String> badToo = new ArrayList<>(rule.grades());
        badToo.removeAll(good);
        Map<String, Object> facts = new HashMap<>();
        facts.put("theRun", run.id());
        facts.put("theModel", rule.model());
        facts.put("archive", run.archive());
        facts.put("register", run.register());
        facts.put("runDay", run.day());
        facts.put("grades", good.toArray(String[]::new));
        facts.put("bad", badToo.toArray(String[]::new));
        facts.put("reader", telling.feed());
        return facts;
    }

    /** Bad grades that the office released and of which nothing stands are looked at one by one, through the door. */
    private void askForReleased(Map<String, Object> facts, Now now) {
        List<Long> released = sql.sql("""
                        SELECT n.organisation_id
                          FROM evaluation.notice n JOIN evaluation.notice_decision d ON d.notice_id = n.id
                         WHERE n.model = :model AND d.released
                        """)
                .param("model", facts.get("theModel"))
                .query(Long.class)
                .list();
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT x.organisation_id, :theModel, :now::timestamptz
                          FROM evaluation.result x
                         WHERE x.run_id = :theRun AND x.organisation_id > :after AND x.organisation_id <= :upTo
                           AND x.grade = ANY (:bad)
                           AND x.organisation_id <> ALL (:merged::bigint[])
                           AND x.organisation_id = ANY (:released::bigint[])
                           AND NOT EXISTS (SELECT FROM evaluation.given_standing s
                                            WHERE s.reader = :reader AND s.model = :theModel
                                              AND s.organisation_id = x.organisation_id)
                         ORDER BY 1, 2
                        ON CONFLICT DO NOTHING
                        """)
                .params(facts)
                .param("released", now.entries().targets(released))
                .param("now", now.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who granted, page by page; asked for are those of whom the run says another thing than stands. */
    private Through granted(Telling telling, ByConsent consent, Run run, Through through, Now now) {
        Reader rule = telling.rule();
        StandingConsents.Page page = consents.granted(
                new StandingConsents.Use(rule.reader(), consent.purpose(), consent.data()), through.after(), AT_ONCE);
        transactions.executeWithoutResult(_ -> sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT o.id, :model, :now::timestamptz
                          FROM unnest(:organisations::bigint[]) o (id)
                          LEFT JOIN evaluation.result x ON x.run_id = :run AND x.organisation_id = o.id
                          LEFT JOIN evaluation.given_standing s
                                 ON s.reader = :reader AND s.model = :model AND s.organisation_id = o.id
                         WHERE (CASE WHEN x.grade = ANY (:grades) THEN x.grade END) IS DISTINCT FROM s.grade
                         ORDER BY 1, 2
                        ON CONFLICT DO NOTHING
                        """)
                .param("model", rule.model())
                .param("now", now.instant().atOffset(ZoneOffset.UTC))
                .param("organisations", now.entries().targets(page.organisations()))
                .param("run", run.id())
                .param("reader", telling.feed())
                .param("grades", rule.grades().toArray(String[]::new))
                .update());
        return new Through(run.id(), page.upTo(), page.organisations().isEmpty());
    }

    /** Ends what stands in a feed by no rule, or not by this one; some thousand at a time. */
    int endUnless(String feed, String model, Optional<Telling> telling, Ended reason, Origin origin) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("theModel", model);
        facts.put("why", reason.name());
        facts.put("most", AT_ONCE);
        facts.put("ruleNow", telling.map(one -> one.rule().rule().id()).orElse(""));
        Optional<ByConsent> use = telling.map(one -> one.rule().consent());
        facts.put("data", use.map(ByConsent::data).orElse(null));
        facts.put("purpose", use.map(ByConsent::purpose).orElse(null));
        facts.put(
                "grades",
                telling.map(one -> one.rule().grades()).orElse(List.of()).toArray(String[]::new));
        return Objects.requireNonNull(transactions.execute(_ -> {
            store.hold(feed);
            return store.end(feed, origin, """
                    SELECT s.model, s.organisation_id, :why AS reason FROM evaluation.given_standing s
                     WHERE s.reader = :reader AND s.model = :theModel
                       AND (s.rule <> :ruleNow OR s.grade <> ALL (:grades)
                            OR s.data IS DISTINCT FROM :data::text OR s.purpose IS DISTINCT FROM :purpose::text)
                     ORDER BY s.organisation_id LIMIT :most
                    """, facts);
        }));
    }
}
