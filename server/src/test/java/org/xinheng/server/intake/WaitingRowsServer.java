package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows without a code that is right, in the queue of those who look for the organisation. */
abstract class WaitingRowsServer extends RecordsServer {

    static final String GROUND = "经电话向作出机关核实，确为该企业。";

    @Autowired
    WaitingRows waiting;

    /** A row of the n-th organisation without its code, in the queue. */
    WaitingRow.Id waitingRow(int organisation) throws Exception {
        var delivery = deliver(penalties(organisation, 1).set(0, "CF_XDR_SHXYM", ""));
        assertThat(delivery.counts().waiting()).isEqualTo(1);
        return new WaitingRow.Id(delivery.id(), 2);
    }

    long register(int organisation) {
        return Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(organisation), PenaltyFile.name(organisation)), 1)
                        .get(PenaltyFile.code(organisation)))
                .id();
    }

    WaitingRow row(WaitingRow.Id id) {
        return waiting.find(id).orElseThrow();
    }
}
