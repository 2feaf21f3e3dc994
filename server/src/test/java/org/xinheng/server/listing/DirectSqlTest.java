package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.database.FreshDatabase;

/**
 * Somebody who has the password of the program's own user of the database, and SQL: makes no listing, changes no decision, skips no
 * step, and opens no delivery again.
 */
@ExtendWith(FreshDatabase.class)
class DirectSqlTest {

    private static final List<String> HISTORY = List.of(
            "listing.proceeding",
            "listing.step",
            "listing.entry",
            "listing.carrying_type",
            "casework.case_file",
            "casework.step",
            "casework.handover",
            "archive.act",
            "archive.version",
            "archive.version_00",
            "archive.ending",
            "archive.mark",
            "archive.restoration",
            "intake.receipts",
            "intake.link");

    private final JdbcClient sql;
    private final List<String> refused = new ArrayList<>();

    DirectSqlTest(JdbcClient sql) {
        this.sql = sql;
    }

    @BeforeEach
    void aCaseAProceedingAndADeliveryThatAreOver() {
        if (number("SELECT count(*) FROM casework.case_file") > 0) {
            return;
        }
        done(
                "INSERT INTO casework.case_file (kind, organisation_id, record_key, record_version, authority, ground, statement,"
                        + " repeated, number) VALUES ('repair', 7, 'key', 1, 'market', NULL, '', false, '修〔2026〕1号')");
        done(step(1, "apply", "PORTAL", "2026-06-10"));
        done("INSERT INTO listing.proceeding (form_key, list, nature, organisation_id, subject_kind, authority)"
                + " VALUES ('form', 'severe', 'SEVERE', 7, 'ORGANISATION', 'market')");
        done(listingStep(1, "PROPOSE", "officer", "OFFICER", "NULL", "NULL"));
        delivery(500, "severe-list");
        done("UPDATE intake.delivery SET state = 'LOADING' WHERE id = 500");
        done(version(500, 1, 30));
        done("INSERT INTO archive.act (position, id, kind, type, actor, activated_at) VALUES (1, 500, 0, 30, 'test',"
                + " '2026-06-10T04:00:00Z')");
        done("UPDATE intake.delivery SET state = 'CLOSED', position = 1, closed_at = now(), received = 1, accepted = 1"
                + " WHERE id = 500");
    }

    private void delivery(long id, String type) {
        done("INSERT INTO intake.delivery (id, type, source, actor, file_name, file_hash, file_size, historical, state,"
                + " received_at, rule_version, sheets, last_row, findings, masked, received) VALUES (" + id + ", '"
                + type
                + "', 'market', 'test', 'f.csv', '\\x00', 1, false, 'RECEIVED', now(), 'v', '[]', 1, '[]', 0, 1)");
    }

    private static String step(int number, String action, String party, String day) {
        return "INSERT INTO casework.step (case_id, number, action, party, actor, on_day, taken_at, reason, document_number,"
                + " papers, rule_version, closed) VALUES (1, " + number + ", '" + action + "', '" + party + "', 'x', '"
                + day
                + "', '" + day + "T04:00:00Z', '理由', '文1号', '{}', 'v', false)";
    }

    private static String listingStep(
            int no, String kind, String actor, String post, String answerBy, String positive) {
        return "INSERT INTO listing.step (proceeding_id, no, kind, paper_day, actor, authority, post, taken_at, hearing, content,"
                + " answer_by, positive) VALUES (1, " + no + ", '" + kind + "', '2026-06-10', '" + actor
                + "', 'market', '"
                + post + "', '2026-06-10T04:00:00Z', false, '{}', " + answerBy + ", " + positive + ")";
    }

    private static String version(long act, long record, int type) {
        return "INSERT INTO archive.version (organisation_id, record_id, delivery_id, first_received_at, version_no, row_no,"
                + " decided_on, source, authority, gate_reasons, type, algorithm, gate, to_be_confirmed, historical, commitment)"
                + " VALUES (7, " + record + ", " + act + ", '2026-06-18T04:00:00Z', 1, 1, '2026-06-18', 1, 1, 1, "
                + type
                + ", 1, 2, false, false, '\\x00')";
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private void done(String statement) {
        assertThatCode(() -> sql.sql(statement).update()).as(statement).doesNotThrowAnyException();
    }

    private void refuses(String statement) {
        var told = catchThrowable(() -> sql.sql(statement).update());
        assertThat(told).as(statement).isInstanceOf(DataAccessException.class);
        refused.add(statement);
    }

    private Map<String, Long> counts() {
        return HISTORY.stream()
                .collect(Collectors.toMap(table -> table, table -> number("SELECT count(*) FROM " + table)));
    }

    @Test
    void makesNoListingChangesNothingAndSkipsNothing() {
        var before = counts();
        for (String table : HISTORY) {
            String column = sql.sql("SELECT attname FROM pg_attribute WHERE attrelid = '" + table
                            + "'::regclass AND attnum = 1")
                    .query(String.class)
                    .single();
            refuses("UPDATE " + table + " SET " + column + " = " + column);
            refuses("DELETE FROM " + table);
            refuses("TRUNCATE " + table + " CASCADE");
            refuses("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            refuses("DROP TABLE " + table + " CASCADE");
        }
        listings();
        decisions();
        ways();
        assertThat(counts()).as("nothing came and nothing went").isEqualTo(before);
        System.err.println("direct SQL as the program's user: " + refused.size()
                + " statements, all refused; 0 listings without" + " their chain");
    }

    /** Entries without a link of their chain, records of listings without their door. */
    private void listings() {
        String entry =
                "INSERT INTO listing.entry (proceeding_id, nature, organisation_id, proposal_no, proposer, notice_no,"
                        + " answer_by, decision_no, signer, decided_on, document_number, service_no, service_actor, act_id, record_id)"
                        + " VALUES (1, 'SEVERE', 7, 1, 'officer', 2, '2026-06-17', 3, 'head', '2026-06-18', '定1', 4, 'officer', 1, 1)";
        refuses(entry);
        refuses(entry.replace("2, '2026-06-17'", "NULL, NULL"));
        refuses(entry.replace("'head'", "'officer'"));
        refuses(entry.replace("'SEVERE'", "'WATCH'"));
        refuses(listingStep(2, "SERVE", "officer", "OFFICER", "NULL", "NULL").replace(", 2, ", ", 4, "));
        refuses(listingStep(3, "DECIDE", "head", "HEAD", "NULL", "true"));
        refuses(listingStep(2, "DECIDE", "officer", "OFFICER", "NULL", "true"));
        refuses(listingStep(2, "NOTIFY", "officer", "OFFICER", "NULL", "NULL"));
        refuses(listingStep(1, "PROPOSE", "other", "OFFICER", "NULL", "NULL"));
        for (int type : List.of(4, 20, 21, 22, 23, 30, 31)) {
            refuses(version(99, 2, type));
            refuses(version(500, 2, type));
        }
        // A delivery of penalties that is being loaded is no door to the lists, neither is a row of it that waited.
        if (number("SELECT count(*) FROM intake.delivery WHERE id = 501") == 0) {
            delivery(501, "administrative-penalty");
            done("UPDATE intake.delivery SET state = 'LOADING' WHERE id = 501");
        }
        refuses(version(501, 2, 30));
        refuses(
                "INSERT INTO intake.link (act_id, delivery_id, row_no, organisation_id, linked, actor, ground, decided_at)"
                        + " VALUES (77, 501, 1, 7, true, 'x', 'x', now())");
        refuses(version(77, 2, 30));
    }

    private void decisions() {
        refuses(step(3, "grant", "SOURCE", "2026-06-11"));
        refuses(step(1, "grant", "SOURCE", "2026-06-11"));
        refuses(step(0, "grant", "SOURCE", "2026-06-11"));
        refuses(step(2, "push", "PORTAL", "2026-06-09"));
        refuses(step(2, "push", "PORTAL", "2026-06-11").replace("VALUES (1,", "VALUES (999,"));
    }

    /** Ways round: an old delivery opened again, somebody else's rights, triggers put to sleep. */
    private void ways() {
        refuses("UPDATE intake.delivery SET state = 'LOADING', position = NULL, closed_at = NULL WHERE id = 500");
        refuses("UPDATE intake.delivery SET accepted = 2 WHERE id = 500");
        refuses("UPDATE intake.delivery SET type = 'severe-list' WHERE id = 501");
        refuses("UPDATE intake.delivery SET state = 'RECEIVED' WHERE id = 501");
        refuses(
                "INSERT INTO intake.delivery (id, type, source, actor, file_name, file_hash, file_size, historical, state,"
                        + " received_at, rule_version, sheets, last_row, findings, masked, received) VALUES (600, 'severe-list',"
                        + " 'market', 'x', 'f', '\\x00', 1, false, 'LOADING', now(), 'v', '[]', 1, '[]', 0, 1)");
        refuses("SET session_replication_role = replica");
        refuses("CREATE TABLE listing.other (id int)");
        refuses("CREATE OR REPLACE FUNCTION listing.no_hearing_owed() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RETURN NEW; END'");
        refuses("DROP TRIGGER no_hearing_owed ON listing.entry");
        refuses("SELECT archive.discard(500)");
        for (String role : sql.sql("SELECT rolname FROM pg_roles WHERE rolname <> current_user AND rolname !~ '^pg_'")
                .query(String.class)
                .list()) {
            refuses("SET ROLE " + role);
        }
    }
}
