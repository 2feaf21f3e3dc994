package org.xinheng.server.measure.receipt;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.measure.ToldClients;
import org.xinheng.server.organisation.Organisations;

/** Told clients as the receipts have them: an answer names its records by address. */
public final class ReceiptedClients implements ToldClients {

    private final JdbcClient sql;
    private final Organisations organisations;

    public ReceiptedClients(JdbcClient sql, Organisations organisations) {
        this.sql = sql;
        this.organisations = organisations;
    }

    @Override
    public Set<String> of(long organisationId, String address) {
        return sql.sql("""
                        SELECT DISTINCT actor FROM measure.receipt
                        WHERE organisation_id IN (:organisations) AND outcome = 'HIT' AND actor_kind = 'CLIENT'
                          AND strpos(answer, :address) > 0
                        """)
                // An answer names the organisation as it stood then, the record whom it was delivered for.
                .param("organisations", organisations.idsOf(organisationId))
                .param("address", '"' + address + '"')
                .query(String.class)
                .set();
    }
}
