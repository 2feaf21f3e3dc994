package org.xinheng.server.casework;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.PostgresCases;
import org.xinheng.server.database.FreshDatabase;

@ExtendWith(FreshDatabase.class)
class PostgresCasesTest extends CaseStoreContract {

    private CaseStore store;

    @BeforeEach
    void open(DataSource source) {
        store = new PostgresCases(JdbcClient.create(source), new JdbcTransactionManager(source));
    }

    @Override
    CaseStore store() {
        return store;
    }
}
