package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.database.FreshDatabase;

/** Whoever has the program's own user of the database still makes no listing without its complete chain. */
@ExtendWith(FreshDatabase.class)
class ListingDatabaseTest {

    private final JdbcClient sql;
    private long proceeding;

    ListingDatabaseTest(JdbcClient sql) {
        this.sql = sql;
    }

    @BeforeEach
    void open() {
        proceeding = proceeding("SEVERE");
    }

    private long proceeding(String nature) {
        return sql.sql(
                        "INSERT INTO listing.proceeding (form_key, list, nature, organisation_id, subject_kind, authority)"
                                + " VALUES (gen_random_uuid()::text, 'severe', '" + nature
                                + "', 7, 'ORGANISATION', 'market') RETURNING id")
                .query(Long.class)
                .single();
    }

    private void step(int no, String kind, String actor, String post, String day, String more) {
        sql.sql(
                        "INSERT INTO listing.step (proceeding_id, no, kind, paper_day, actor, authority, post, taken_at, hearing,"
                                + " content, answer_by, positive) VALUES (" + proceeding + ", " + no + ", '" + kind
                                + "', '" + day
                                + "', '" + actor + "', 'market', '" + post + "', '2026-06-10T04:00:00Z', "
                                + kind.equals("HEAR") + ", '{}', " + more + ")")
                .update();
    }

    private void proposal() {
        step(1, "PROPOSE", "officer", "OFFICER", "2026-06-10", "NULL, NULL");
    }

    private void notice() {
        step(2, "NOTIFY", "officer", "OFFICER", "2026-06-10", "'2026-06-17', NULL");
    }

    private void decision(int no, String signer, String day) {
        step(no, "DECIDE", signer, "HEAD", day, "NULL, true");
    }

    private void service(int no) {
        step(no, "SERVE", "officer", "OFFICER", "2026-06-18", "NULL, NULL");
    }

    private void chain() {
        proposal();
        notice();
        decision(3, "head", "2026-06-18");
        service(4);
    }

    /** The entry that fits {@link #chain}, with some columns set otherwise. */
    private int entry(String... columnsAndValues) {
        List<String> columns = new ArrayList<>(List.of(
                "proceeding_id",
                "nature",
                "organisation_id",
                "proposal_no",
                "proposer",
                "notice_no",
                "answer_by",
                "decision_no",
                "signer",
                "decided_on",
                "document_number",
                "service_no",
                "service_actor",
                "act_id",
                "record_id"));
        List<String> values = new ArrayList<>(List.of(
                Long.toString(proceeding),
                "'SEVERE'",
                "7",
                "1",
                "'officer'",
                "2",
                "'2026-06-17'",
                "3",
                "'head'",
                "'2026-06-18'",
                "'定1'",
                "4",
                "'officer'",
                Long.toString(proceeding),
                "1"));
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            int at = columns.indexOf(columnsAndValues[i]);
            if (at < 0) {
                columns.add(columnsAndValues[i]);
                values.add(columnsAndValues[i + 1]);
            } else {
                values.set(at, columnsAndValues[i + 1]);
            }
        }
        return sql.sql("INSERT INTO listing.entry (" + String.join(", ", columns) + ") VALUES ("
                        + String.join(", ", values) + ")")
                .update();
    }

    private void refuses(String... columnsAndValues) {
        assertThatThrownBy(() -> entry(columnsAndValues)).isInstanceOf(DataAccessException.class);
        assertThat(sql.sql("SELECT count(*) FROM listing.entry WHERE proceeding_id = " + proceeding)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theCompleteChainIsTaken() {
        chain();

        assertThat(entry()).isEqualTo(1);
    }

    @Test
    void noLinkMayBeMissing() {
        refuses();
        proposal();
        refuses();
        notice();
        refuses();
        decision(3, "head", "2026-06-18");
        refuses();
        service(4);
        refuses("notice_no", "NULL");
        refuses("answer_by", "NULL");
        refuses("document_number", "''");
        assertThat(entry()).isEqualTo(1);
    }

    @Test
    void aStepOfAnotherKindIsNoLink() {
        chain();

        refuses("notice_no", "1");
        refuses("decision_no", "2");
        refuses("service_no", "3");
        refuses("notice_kind", "'PROPOSE'", "notice_no", "1");
        refuses("decision_kind", "'SERVE'", "decision_no", "4");
    }

    @Test
    void theTimeToAnswerIsThatOfTheNoticeAndRanOut() {
        proposal();
        notice();
        decision(3, "head", "2026-06-17");
        service(4);

        refuses("decided_on", "'2026-06-17'");
        refuses("decided_on", "'2026-06-18'");
        refuses("decided_on", "'2026-06-17'", "answer_by", "'2026-06-16'");
    }

    @Test
    void theLastWordMayComeBeforeTheTimeRanOut() {
        proposal();
        notice();
        step(3, "ANSWER", "officer", "OFFICER", "2026-06-12", "NULL, false");
        step(4, "ANSWER", "party", "SUBJECT", "2026-06-12", "NULL, true");
        decision(5, "head", "2026-06-12");
        service(6);

        refuses("decision_no", "5", "service_no", "6", "decided_on", "'2026-06-12'");
        refuses("decision_no", "5", "service_no", "6", "decided_on", "'2026-06-12'", "last_word_no", "3");
        assertThat(entry("decision_no", "5", "service_no", "6", "decided_on", "'2026-06-12'", "last_word_no", "4"))
                .isEqualTo(1);
    }

    @Test
    void nobodySaysTheLastWordInPlaceOfTheOrganisation() {
        proposal();
        notice();
        step(3, "ANSWER", "officer", "OFFICER", "2026-06-12", "NULL, true");
        decision(4, "head", "2026-06-12");
        service(5);

        assertThatThrownBy(() ->
                        entry("decision_no", "4", "service_no", "5", "decided_on", "'2026-06-12'", "last_word_no", "3"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not the organisation's own word");
    }

    @Test
    void nobodyAgreesInPlaceOfTheOrganisation() {
        String[] honour = {"nature", "'HONOUR'", "notice_no", "NULL", "answer_by", "NULL", "consent_no", "2"};
        proceeding = proceeding("HONOUR");
        proposal();
        step(2, "CONSENT", "officer", "OFFICER", "2026-06-10", "NULL, true");
        decision(3, "head", "2026-06-18");
        service(4);
        assertThatThrownBy(() -> entry(honour))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not the organisation's own word");

        proceeding = proceeding("HONOUR");
        proposal();
        step(2, "CONSENT", "party", "SUBJECT", "2026-06-10", "NULL, true");
        decision(3, "head", "2026-06-18");
        service(4);
        assertThat(entry(honour)).isEqualTo(1);
    }

    @Test
    void anotherThanTheProposerSignsAndOnlyAHead() {
        proposal();
        notice();
        decision(3, "officer", "2026-06-18");
        service(4);

        refuses("signer", "'officer'");
        refuses("signer", "'head'");
        refuses("signer", "'officer'", "proposer", "'somebody'");
        assertThatThrownBy(() -> step(5, "DECIDE", "officer", "OFFICER", "2026-06-18", "NULL, true"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDecisionNotToListIsNone() {
        proposal();
        notice();
        step(3, "DECIDE", "head", "HEAD", "2026-06-18", "NULL, false");
        service(4);

        refuses();
        refuses("yes", "false");
    }

    @Test
    void aHearingThatWasAskedForWasHeld() {
        asked();
        decision(4, "head", "2026-06-18");
        service(5);
        refuses("decision_no", "4", "service_no", "5");
        step(6, "CALL_HEARING", "officer", "OFFICER", "2026-06-18", "NULL, NULL");
        step(7, "HEAR", "officer", "OFFICER", "2026-06-18", "NULL, NULL");
        refuses("decision_no", "4", "service_no", "5");
    }

    @Test
    void aHearingOfWhichNobodyWasToldIsNone() {
        asked();
        step(4, "HEAR", "officer", "OFFICER", "2026-06-12", "NULL, NULL");
        step(5, "CALL_HEARING", "officer", "OFFICER", "2026-06-12", "NULL, NULL");
        decision(6, "head", "2026-06-18");
        service(7);
        refuses("decision_no", "6", "service_no", "7");

        proceeding = proceeding("SEVERE");
        asked();
        step(4, "CALL_HEARING", "officer", "OFFICER", "2026-06-12", "NULL, NULL");
        step(5, "HEAR", "officer", "OFFICER", "2026-06-18", "NULL, NULL");
        decision(6, "head", "2026-06-18");
        service(7);
        assertThat(entry("decision_no", "6", "service_no", "7")).isEqualTo(1);
    }

    private void asked() {
        proposal();
        notice();
        sql.sql(
                        "INSERT INTO listing.step (proceeding_id, no, kind, paper_day, actor, authority, post, taken_at, hearing,"
                                + " content, positive) VALUES (" + proceeding
                                + ", 3, 'ANSWER', '2026-06-11', 'officer', 'market', 'OFFICER', '2026-06-11T04:00:00Z', true, '{}',"
                                + " false)")
                .update();
    }

    @Test
    void anHonourTakesConsentAndATagHasNoRecord() {
        chain();
        refuses("nature", "'HONOUR'");
        refuses("nature", "'WATCH'");

        proceeding = proceeding("HONOUR");
        proposal();
        step(2, "CONSENT", "party", "SUBJECT", "2026-06-10", "NULL, false");
        decision(3, "head", "2026-06-18");
        service(4);
        refuses("nature", "'HONOUR'", "notice_no", "NULL", "answer_by", "NULL");
        refuses("nature", "'HONOUR'", "notice_no", "NULL", "answer_by", "NULL", "consent_no", "2");

        proceeding = proceeding("WATCH");
        chain();
        refuses("nature", "'WATCH'");
        assertThat(entry("nature", "'WATCH'", "act_id", "NULL", "record_id", "NULL"))
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenIsNeverChanged() {
        chain();
        entry();

        for (String change : List.of(
                "UPDATE listing.step SET actor = 'head'",
                "UPDATE listing.entry SET signer = 'x'",
                "UPDATE listing.proceeding SET authority = 'x'",
                "DELETE FROM listing.step",
                "DELETE FROM listing.entry",
                "TRUNCATE listing.entry",
                "ALTER TABLE archive.version DISABLE TRIGGER ALL")) {
            assertThatThrownBy(() -> sql.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void noRecordOfAListTypeAppearsWithoutItsDoor() {
        chain();
        entry();
        assertThat(record(proceeding, 1, 30)).as("the record of the entry").isEqualTo(1);

        for (int type : List.of(4, 20, 21, 22, 23, 30, 31)) {
            assertThatThrownBy(() -> record(99, 1, type)).as("type " + type).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> record(proceeding, 2, 30)).isInstanceOf(DataAccessException.class);
        assertThat(record(99, 1, 2)).as("a penalty is no listing").isEqualTo(1);
    }

    @Test
    void whatStandsMayBeJudgedAnewAndNothingElseComesThatWay() {
        chain();
        entry();
        act(501, RecordLoading.Act.Kind.GATE_REVIEW);
        act(502, RecordLoading.Act.Kind.MARK);
        assertThat(version(proceeding, 1, 201, "\\x01")).isEqualTo(1);

        assertThat(version(501, 1, 202, "\\x01")).as("the same, judged anew").isEqualTo(1);
        assertThatThrownBy(() -> version(501, 1, 203, "\\x02"))
                .as("something else")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> version(501, 5, 1, "\\x01"))
                .as("a record of its own")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> version(502, 1, 203, "\\x01"))
                .as("by another act")
                .isInstanceOf(DataAccessException.class);
    }

    private void act(long id, RecordLoading.Act.Kind kind) {
        sql.sql("INSERT INTO archive.act (position, id, kind, type, actor, activated_at)"
                        + " VALUES (:id, :id, :kind, 30, 'rules', '2026-06-18T04:00:00Z')")
                .param("id", id)
                .param("kind", kind.ordinal())
                .update();
    }

    private int version(long act, long record, int number, String payload) {
        return sql.sql(
                        "INSERT INTO archive.version (organisation_id, record_id, delivery_id, first_received_at, version_no,"
                                + " row_no, decided_on, source, authority, gate_reasons, type, algorithm, gate, to_be_confirmed,"
                                + " historical, commitment, payload) VALUES (7, " + record + ", " + act
                                + ", '2026-06-18T04:00:00Z', " + number
                                + ", 1, '2026-06-18', 1, 1, 1, 30, 1, 2, false, false, '\\x00', '" + payload + "')")
                .update();
    }

    private int record(long act, long record, int type) {
        return sql.sql(
                        "INSERT INTO archive.version (organisation_id, record_id, delivery_id, first_received_at, version_no,"
                                + " row_no, decided_on, source, authority, gate_reasons, type, algorithm, gate, to_be_confirmed,"
                                + " historical, commitment) VALUES (7, " + record + ", " + act
                                + ", '2026-06-18T04:00:00Z', " + type + ", 1, '2026-06-18', 1, 1, 1, " + type
                                + ", 1, 2, false, false, '\\x00')")
                .update();
    }
}
