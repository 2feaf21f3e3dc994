package org.xinheng.server.measure.receipt;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.measure.ToldClients;

/** Told clients as the receipts have them: an answer names its records by address. */
public final class ReceiptedClients implements ToldClients {

    private final JdbcClient sql;

    public ReceiptedClients(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> of(long organisationId, String address) {
        return sql.sql("""
                        SELECT DISTINCT actor FROM measure.receipt
                        WHERE organisation_id = :organisation AND outcome = 'HIT' AND actor_kind = 'CLIENT'
                          AND strpos(answer, :address) > 0
                        """)
                .param("organisation", organisationId)
                .param("address", '"' + address + '"')
                .query(String.class)
                .set();
    }
}
