package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowCounts;

/** Looks into the tables for what no kill may leave behind. */
final class ArchiveAudit {

    private static final RowCause[] CAUSES = RowCause.values();

    private final JdbcClient sql;
    private final Map<Long, Long> positionsSeen;

    /** @param positionsSeen acts by position as they stood at former looks; a later look adds to it */
    ArchiveAudit(JdbcClient sql, Map<Long, Long> positionsSeen) {
        this.sql = sql;
        this.positionsSeen = positionsSeen;
    }

    /** Holds at every moment. */
    void always() {
        positionsHaveNoGapAndNeverChange();
        assertThat(count("SELECT count(*) FROM intake.delivery WHERE state = 'CLOSED'"
                        + " AND received <> accepted + unchanged + waiting + refused + out_of_scope"))
                .as("deliveries with rows that nobody answered")
                .isZero();
        assertThat(count("SELECT count(*) FROM intake.delivery d WHERE (d.state = 'CLOSED')"
                        + " <> EXISTS (SELECT FROM archive.act a WHERE a.id = d.id AND a.position = d.position)"))
                .as("deliveries closed without an activation, or activated without being closed")
                .isZero();
        assertThat(count("SELECT count(*) FROM archive.version v WHERE NOT EXISTS (SELECT FROM archive.act a"
                        + " WHERE a.id = v.delivery_id) AND NOT EXISTS (SELECT FROM intake.delivery d"
                        + " WHERE d.id = v.delivery_id AND d.state = 'LOADING')"))
                .as("versions that belong to nothing")
                .isZero();
        assertThat(count("SELECT count(*) FROM (SELECT count(*) AS versions, max(version_no) AS last FROM"
                        + " archive.version GROUP BY organisation_id, record_id) r WHERE versions <> last"))
                .as("records with a gap in their versions")
                .isZero();
    }

    private void positionsHaveNoGapAndNeverChange() {
        var acts = new LinkedHashMap<Long, Long>();
        sql.sql("SELECT position, id FROM archive.act ORDER BY position")
                .query((row, _) -> acts.put(row.getLong(1), row.getLong(2)))
                .list();
        long next = 1;
        for (var position : acts.keySet()) {
            assertThat(position).as("position").isEqualTo(next++);
        }
        assertThat(acts).as("positions given before").containsAllEntriesOf(positionsSeen);
        positionsSeen.putAll(acts);
        assertThat(count("SELECT count(*) FROM archive.act a JOIN archive.act b ON b.position = a.position + 1"
                        + " WHERE b.activated_at <= a.activated_at"))
                .as("instants that run backwards")
                .isZero();
        assertThat(count("SELECT count(*) FROM organisation.position a WHERE number > 1 AND NOT EXISTS"
                        + " (SELECT FROM organisation.position b WHERE b.number = a.number - 1"
                        + " AND b.recorded_at <= a.recorded_at)"))
                .as("positions of the register with a gap or running backwards")
                .isZero();
    }

    /** Holds once nothing is under way any more. */
    void afterAll(Collection<NumberedDelivery> deliveries, Path folder) throws IOException {
        always();
        assertThat(count("SELECT count(*) FROM intake.delivery")).isEqualTo(deliveries.size());
        assertThat(count("SELECT count(*) FROM intake.loaded_part")).isZero();
        try (var staged = Files.list(folder.resolve("staging"))) {
            assertThat(staged).as("staged files").isEmpty();
        }
        int last = 0;
        long versions = 0;
        long firsts = 0;
        long waiting = 0;
        for (var delivery : deliveries) {
            last = Math.max(last, delivery.number());
            versions += delivery.expected().accepted();
            firsts += delivery.firsts();
            waiting += delivery.expected().waiting();
            checkRows(delivery);
        }
        assertThat(count("SELECT count(*) FROM archive.version")).as("versions").isEqualTo(versions);
        assertThat(count("SELECT count(*) FROM archive.version WHERE version_no = 1"))
                .as("records")
                .isEqualTo(firsts);
        assertThat(count("SELECT count(*) FROM archive.number_holder"))
                .as("document numbers")
                .isEqualTo(firsts);
        assertThat(count("SELECT sum(records) FROM intake.timeliness"))
                .as("records counted for timeliness")
                .isEqualTo(firsts);
        assertThat(count("SELECT count(*) FROM intake.waiting")).as("queue").isEqualTo(waiting);
        assertThat(count("SELECT count(*) FROM organisation.organisation"))
                .as("organisations")
                .isEqualTo(NumberedDelivery.organisations(last));
        assertThat(count("SELECT count(*) FROM organisation.name WHERE until IS NULL"))
                .as("names")
                .isEqualTo(NumberedDelivery.organisations(last));
    }

    /** The counts, the receipts row by row and the versions of a delivery say the same. */
    private void checkRows(NumberedDelivery delivery) {
        long id = sql.sql("SELECT id FROM intake.delivery WHERE idempotency_key = ? AND state = 'CLOSED'")
                .param(delivery.key())
                .query(Long.class)
                .single();
        var answers = new HashMap<String, Integer>();
        sql.sql("SELECT causes FROM intake.receipts WHERE delivery_id = ? ORDER BY first_row")
                .param(id)
                .query(byte[].class)
                .list()
                .forEach(causes -> count(causes, answers));
        var counts = new RowCounts(
                answers.values().stream().mapToInt(Integer::intValue).sum(),
                answers.getOrDefault("accepted", 0),
                answers.getOrDefault("unchanged", 0),
                answers.getOrDefault("waiting", 0),
                answers.getOrDefault("refused", 0),
                answers.getOrDefault("out-of-scope", 0));
        assertThat(counts).as("receipts of %s", delivery.key()).isEqualTo(delivery.expected());
        assertThat(count("SELECT count(*) FROM archive.version WHERE delivery_id = " + id))
                .as("versions of %s", delivery.key())
                .isEqualTo(delivery.expected().accepted());
    }

    private static void count(byte[] causes, Map<String, Integer> answers) {
        try (var bytes = new InflaterInputStream(new ByteArrayInputStream(causes))) {
            for (var cause : bytes.readAllBytes()) {
                if (CAUSES[cause] != RowCause.NONE) {
                    answers.merge(CAUSES[cause].outcome().id(), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
