package org.xinheng.server.intake.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.record.CheckedRow.CodeUse;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.spool.StagedRow.Content;
import org.xinheng.server.intake.spool.StagedRow.Usable;

/** Types without a column for the source bring the same words from several sources: each has a row of its own. */
@ExtendWith(FreshDatabase.class)
class WaitingStoreTest {

    private static final String PENALTY = "administrative-penalty";
    private static final Usable ROW = new Usable(
            2,
            null,
            CodeUse.WAIT_NO_CODE,
            "澜衡虚构贸易有限公司",
            new Content(
                    7,
                    LocalDate.parse("2026-06-01"),
                    "authority",
                    new Publication(Publication.Gate.HELD, null, null, null, false, "gate.no-window"),
                    false),
            List.of(),
            "the same words".getBytes(UTF_8));

    private WaitingStore waiting;
    private DeliveryStore deliveries;
    private JdbcClient sql;

    @BeforeEach
    void open(JdbcClient client) {
        sql = client;
        waiting = new WaitingStore(client);
        deliveries = new DeliveryStore(client);
    }

    private Delivery waits(long id, String source, String type) {
        var delivery = delivery(id, source, type);
        assertThat(deliveries.add(delivery, null)).isTrue();
        waiting.add(delivery, ROW, RowCause.NO_CODE);
        return delivery;
    }

    private static Delivery delivery(long id, String source, String type) {
        return new Delivery(
                id,
                type,
                source,
                "clerk",
                null,
                "file.csv",
                "00",
                1,
                false,
                Delivery.State.RECEIVED,
                Instant.parse("2026-06-10T04:00:00Z"),
                "1",
                null,
                List.of(),
                2,
                List.of(),
                0,
                new RowCounts(1, 0, 0, 0, 0, 0),
                null,
                null);
    }

    @Test
    void eachSourceAndTypeHasItsOwnRowAndItsOwnLink() {
        var ours = waits(9_000_001, "one", PENALTY);
        var theirs = waits(9_000_002, "two", PENALTY);
        var permit = waits(9_000_003, "one", "administrative-permit");

        waiting.link(waiting.look(9_000_001, 2).orElseThrow(), 42L, 9_000_009, "clerk", "ground", ours.receivedAt());

        assertThat(waiting.linked(ours, List.of(ROW))).containsValue(42L);
        assertThat(waiting.look(9_000_002, 2).orElseThrow().organisationId()).isNull();
        assertThat(waiting.look(9_000_003, 2).orElseThrow().organisationId()).isNull();
        assertThat(waiting.linked(theirs, List.of(ROW))).isEmpty();
        assertThat(waiting.linked(permit, List.of(ROW))).isEmpty();
    }

    @Test
    void rowOfOneSourceStandsOnceHoweverOftenItComes() {
        waits(9_000_011, "three", PENALTY);
        waits(9_000_012, "three", PENALTY);

        assertThat(sql.sql("SELECT delivery_id FROM intake.waiting WHERE source = 'three'")
                        .query(Long.class)
                        .list())
                .containsExactly(9_000_011L);
    }
}
