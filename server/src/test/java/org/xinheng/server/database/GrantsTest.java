package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the running server may do to its tables, read from PostgreSQL's own catalog after all migrations. */
@ExtendWith(FreshDatabase.class)
class GrantsTest {

    private static final String OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'migration')";

    /** What is not history: table, privileges beyond reading and appending, and why. Whole tables, or table(column). */
    private static final Map<String, Grant> NOT_HISTORY = Map.ofEntries(
            Map.entry(
                    "access.account",
                    new Grant(
                            "account's state",
                            "UPDATE(closed_at,failures,locked_until,organisation_code,password_hash,roles,source_id)")),
            Map.entry(
                    "access.client",
                    new Grant(
                            "client's state", "UPDATE(closed_at,organisation_code,permissions,secret_hash,source_id)")),
            Map.entry(
                    "access.idempotent_request",
                    new Grant("answers kept for a time", "DELETE", "UPDATE(answer,content_type,headers,status)")),
            Map.entry("access.revocation_position", new Grant("a counter", "UPDATE")),
            Map.entry(
                    "access.second_factor",
                    new Grant("the secret of now, not history", "DELETE", "UPDATE(confirmed_at,last_step)")),
            Map.entry("access.recovery_code", new Grant("codes are good once", "DELETE", "UPDATE(used_at)")),
            Map.entry("access.token", new Grant("tokens end", "DELETE", "UPDATE(revoked_at)")),
            Map.entry("casework.number_series", new Grant("a counter", "UPDATE")),
            Map.entry("correction.progress", new Grant("a cursor", "UPDATE")),
            Map.entry("correction.webhook", new Grant("a cursor", "UPDATE(delivered,failures,next_at)")),
            Map.entry(
                    "correction.probing", new Grant("what is still to be asked", "DELETE", "UPDATE(next_at,outcome)")),
            Map.entry("evaluation.event_result", new Grant("as evaluation.result", "DELETE")),
            Map.entry("evaluation.event_skipped", new Grant("as evaluation.event_result", "DELETE")),
            Map.entry("evaluation.result", new Grant("results are kept for a time, their receipts for good", "DELETE")),
            Map.entry("events.event_publication", new Grant("the outbox", "DELETE", "UPDATE")),
            Map.entry("intake.delivery", new Grant("received, loading, closed", "UPDATE")),
            Map.entry("correction.change_webhook", new Grant("a cursor", "UPDATE(delivered,failures,next_at)")),
            Map.entry("measure.ground_cursor", new Grant("a cursor", "UPDATE")),
            Map.entry("measure.subscription_cursor", new Grant("a cursor", "UPDATE")),
            Map.entry(
                    "measure.subscription_code",
                    new Grant("how it stood at the last look", "UPDATE(organisation_id,seen)")),
            Map.entry("evaluation.advice_failed", new Grant("who is tried again", "DELETE")),
            Map.entry("evaluation.given_reader", new Grant("a counter", "UPDATE")),
            Map.entry("evaluation.given_taken", new Grant("a cursor", "UPDATE")),
            Map.entry("evaluation.given_line", new Grant("ends are kept for a time, then dropped", "DELETE")),
            Map.entry("evaluation.given_standing", new Grant("what stands now", "DELETE", "UPDATE")),
            Map.entry("evaluation.given_due", new Grant("who is still to be looked at", "DELETE", "UPDATE")),
            Map.entry("evaluation.given_run", new Grant("a cursor", "UPDATE")),
            Map.entry("evaluation.given_progress", new Grant("a cursor", "UPDATE")),
            Map.entry("breach.progress", new Grant("a cursor", "UPDATE")),
            Map.entry("warning.progress", new Grant("a cursor", "UPDATE")),
            Map.entry("intake.loaded_part", new Grant("gone when the receipts say the same", "DELETE")),
            Map.entry("intake.waiting", new Grant("a row is linked, and unlinked", "UPDATE")),
            Map.entry("organisation.name", new Grant("a name stops being the current one", "UPDATE(until)")));

    /** The history itself: nothing here may ever appear in the list above. */
    private static final Set<String> HISTORY = Set.of(
            "archive.version",
            "archive.version_00",
            "archive.version_31",
            "archive.act",
            "archive.ending",
            "archive.mark",
            "archive.restoration",
            "casework.case_file",
            "casework.step",
            "casework.handover",
            "archive.gate_review",
            "archive.term",
            "archive.number_holder",
            "intake.receipts",
            "intake.failure",
            "intake.link",
            "intake.timeliness",
            "organisation.organisation",
            "organisation.registration",
            "organisation.older_code",
            "organisation.code_quality",
            "organisation.code_quality_resolution",
            "organisation.redirect",
            "organisation.position",
            "inspection.inspector",
            "inspection.conflict",
            "evaluation.trial",
            "evaluation.trial_report",
            "evaluation.advice",
            "evaluation.advice_answer",
            "evaluation.advice_followed",
            "evaluation.notice",
            "evaluation.notice_answer",
            "evaluation.notice_decision",
            "inspection.plan",
            "inspection.seal",
            "inspection.member",
            "inspection.draw",
            "inspection.visit",
            "inspection.result",
            "evaluation.run",
            "evaluation.part",
            "evaluation.part_count",
            "evaluation.followed",
            "listing.proceeding",
            "listing.carrying_type",
            "listing.step",
            "listing.entry",
            "listing.warning",
            "measure.receipt",
            "measure.receipt_batch",
            "measure.receipt_key",
            "measure.subscription",
            "measure.subscription_end",
            "measure.subscription_change",
            "policy.edition",
            "policy.activation",
            "policy.activation_step",
            "breach.notice",
            "breach.acknowledgement",
            "breach.withdrawal",
            "warning.warning",
            "warning.cause",
            "warning.recipient",
            "warning.reading",
            "service.document",
            "consent.consent",
            "consent.step",
            "consent.reading",
            "consent.told",
            "correction.notice",
            "correction.consumer",
            "correction.registration",
            "correction.holding",
            "correction.duty",
            "correction.acknowledgement",
            "correction.probe",
            "service.opening",
            "service.attachment",
            "service.attachment_removal",
            "access.read_log",
            "access.read_seal",
            "access.revocation");

    private record Grant(Set<String> privileges) {
        Grant(String reason, String... privileges) {
            this(Set.of(privileges));
            assertThat(reason).isNotBlank();
        }
    }

    @Test
    void historyCanOnlyBeReadAndAppendedTo(JdbcClient sql) {
        var beyond = beyondAppending(sql);
        var allowed = new TreeMap<String, Set<String>>();
        NOT_HISTORY.forEach((table, grant) -> allowed.put(table, grant.privileges()));
        assertThat(beyond).isEqualTo(allowed);
    }

    @Test
    void theHistoryIsReallyThere(JdbcClient sql) {
        assertThat(tables(sql)).containsAll(HISTORY);
        assertThat(NOT_HISTORY.keySet()).doesNotContainAnyElementsOf(HISTORY);
    }

    @Test
    void everyPartOfAPartitionedTableIsAsClosedAsTheWhole(JdbcClient sql) {
        assertThat(sql.sql("""
                                SELECT count(*) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                                WHERE i.inhparent = 'archive.version'::regclass
                                  AND has_table_privilege('xinheng_app', c.oid, 'INSERT')
                                  AND NOT has_table_privilege('xinheng_app', c.oid, 'UPDATE, DELETE, TRUNCATE')
                                """).query(Integer.class).single()).isEqualTo(32);
    }

    @Test
    void theServerOwnsNothingAndMakesNothing(JdbcClient sql) {
        assertThat(sql.sql("SELECT count(*) FROM pg_class WHERE relowner = 'xinheng_app'::regrole")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("SELECT nspname FROM pg_namespace n WHERE " + OURS
                                + " AND nspname !~ '^pg_' AND has_schema_privilege('xinheng_app', oid, 'CREATE')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Law 1: no table has room for a person's document, telephone or home. A post or a client is no person. */
    @Test
    void noColumnCouldHoldAPersonsDocumentTelephoneOrHome(JdbcClient sql) {
        var personal =
                Pattern.compile("(^|_)(person|people|citizen|individual|resident|identity|id_?card|id_?number|idno"
                        + "|passport|licence_holder|sfz\\w*|zjhm|zjlx|phone|telephone|tel|mobile|fax|wechat|qq|e?mail|address|home|residence"
                        + "|domicile|birth\\w*|born|age|gender|sex|nationality|ethnic\\w*|marital\\w*|health|fingerprint|face|iris|blood"
                        + "|religion|bank_?card|card|account_no|plate|legal_representative|representative|frdb)(_|$)");
        assertThat(columns(sql).stream()
                        .filter(column -> !column.equals("intake.waiting.fingerprint")) // hash of a whole row
                        .filter(column -> !column.equals("measure.application.ground_address")) // of a record, opaque
                        .filter(column -> !column.equals("content.mention.address")) // of a record, opaque
                        .filter(column -> personal.matcher(column.substring(column.lastIndexOf('.') + 1))
                                .find()))
                .isEmpty();
    }

    private static List<String> columns(JdbcClient sql) {
        return sql.sql("SELECT n.nspname || '.' || c.relname || '.' || a.attname FROM pg_attribute a"
                        + " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm') AND "
                        + OURS)
                .query(String.class)
                .list();
    }

    private static List<String> tables(JdbcClient sql) {
        return sql.sql(
                        "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind IN ('r', 'p') AND " + OURS)
                .query(String.class)
                .list();
    }

    /** Privileges other than SELECT and INSERT, by table; those of single columns together. */
    private static Map<String, Set<String>> beyondAppending(JdbcClient sql) {
        var found = new TreeMap<String, Set<String>>();
        for (var table : tables(sql)) {
            var privileges = new TreeSet<String>();
            for (var privilege : List.of("UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")) {
                if (sql.sql("SELECT has_table_privilege('xinheng_app', ?, ?)")
                        .params(table, privilege)
                        .query(Boolean.class)
                        .single()) {
                    privileges.add(privilege);
                }
            }
            var columns = privileges.contains("UPDATE") ? List.<String>of() : updatable(sql, table);
            if (!columns.isEmpty()) {
                privileges.add("UPDATE(" + String.join(",", columns) + ")");
            }
            if (!privileges.isEmpty()) {
                found.put(table, privileges);
            }
        }
        return found;
    }

    private static List<String> updatable(JdbcClient sql, String table) {
        return new ArrayList<>(sql.sql("""
                        SELECT attname FROM pg_attribute
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
                          AND has_column_privilege('xinheng_app', attrelid, attnum, 'UPDATE') ORDER BY attname
                        """).param(table).query(String.class).list());
    }
}
