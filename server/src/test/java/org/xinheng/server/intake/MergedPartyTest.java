package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.measure.ToldClients;
import org.xinheng.server.organisation.Mergers;

/** Two entries of the register turn out to be one organisation: what was written under the one is the other's own. */
class MergedPartyTest extends CaseworkServer {

    @Autowired
    CaseDesk desk;

    @Autowired
    ToldClients told;

    @Autowired
    JdbcClient sql;

    @Test
    void theCaseAndTheClientsThatWereToldStayThoseOfTheOrganisation() throws Exception {
        deliver(penalties(base + 1, 1));
        var filed = file("wrong", "单位授权证明〔2026〕1号");
        long old = organisation(base).id();
        long into = organisation(base + 1).id();
        var party = new Actor("party", Actor.Kind.CLERK, null, PenaltyFile.code(base + 1), Set.of(Permission.OWN_FILE));
        assertThat(desk.list(party, null, false, 0, 10)).isEmpty();
        receipt(into, address);
        assertThat(told.of(old, address)).as("of another organisation").isEmpty();

        Mergers.merge(sql, old, into);

        assertThat(desk.list(party, null, false, 0, 10))
                .extracting(CaseFile::id)
                .containsExactly(Long.valueOf(filed.text("id")));
        assertThat(told.of(old, address))
                .as("the answer names the organisation that stands")
                .containsExactly("merged-client");
    }

    /** A receipt as a check of the merged organisation leaves it. */
    private void receipt(long organisation, String address) {
        sql.sql("""
                        INSERT INTO measure.receipt (id, asked_at, actor, actor_kind, matter, outcome, organisation_id,
                            archive_position, register_position, answer)
                        VALUES (:id, timestamptz '2026-06-10', 'merged-client', 'CLIENT', 'test', 'HIT', :organisation,
                            0, 0, :answer)
                        """)
                .param("id", Long.MAX_VALUE - organisation)
                .param("organisation", organisation)
                .param("answer", "{\"address\":\"" + address + "\"}")
                .update();
    }
}
