package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterRow;

/** However long a row waited, its clock runs from its first receipt, and from that of no other row. */
class FirstReceiptOfRowsTest extends WaitingRowsServer {

    @Autowired
    RegisterImport register;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void rowThatWaitedUntilTheRegisterLearnedItsNameKeepsItsFirstReceipt() throws Exception {
        organisations.openStubs(Map.of(PenaltyFile.code(base), "完全不同的名称有限公司"), 1);
        assertThat(deliver(penalties(base, 1)).counts().waiting()).isEqualTo(1);
        renamed(base);
        today("2026-07-20");

        var again = deliver(penalties(base, 1));

        assertThat(again.counts().accepted()).isEqualTo(1);
        assertThat(archive.currentOf(organisation(base).id()))
                .singleElement()
                .satisfies(record -> assertThat(record.receivedAt()).isEqualTo("2026-06-10" + NOON));
        assertThat(receivedOn(again)).containsExactly("2026-06-10");
    }

    @Test
    void documentThatComesAgainWithItsCodeKeepsItsFirstReceipt() throws Exception {
        waitingRow(base);
        today("2026-07-20");

        var again = deliver(penalties(base, 2));

        assertThat(again.counts().accepted()).isEqualTo(2);
        assertThat(receivedOn(again)).containsExactly("2026-06-10", "2026-07-20");
    }

    @Test
    void numberThatWaitsForOneOrganisationStopsNoClockForAnother() throws Exception {
        waitingRow(base);
        today("2026-07-20");

        var other = deliver(penalties(base + 1, 1).set(0, "CF_WSH", PenaltyFile.number(base)));

        assertThat(other.counts().accepted()).isEqualTo(1);
        assertThat(receivedOn(other)).containsExactly("2026-07-20");
    }

    private List<String> receivedOn(Delivery delivery) {
        return sql.sql("SELECT received_on::text FROM intake.timeliness WHERE act_id = :act ORDER BY 1")
                .param("act", delivery.id())
                .query(String.class)
                .list();
    }

    private void renamed(int organisation) {
        var row = new RegisterRow(
                2,
                PenaltyFile.name(organisation),
                PenaltyFile.code(organisation),
                List.of(),
                Organisation.State.EXISTING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var outcomes = new TransactionTemplate(transactions)
                .execute(_ -> register.open(1, "register").add(List.of(row)));
        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.answer()).isEqualTo(RegisterOutcome.Answer.ACCEPTED));
    }
}
