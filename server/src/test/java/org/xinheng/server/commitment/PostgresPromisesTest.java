package org.xinheng.server.commitment;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.commitment.store.PostgresPromises;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.database.FreshDatabase;

@ExtendWith(FreshDatabase.class)
class PostgresPromisesTest extends PromiseStoreContract {

    private PromiseStore store;

    @BeforeEach
    void open(JdbcClient sql) {
        store = new PostgresPromises(sql);
    }

    @Override
    PromiseStore store() {
        return store;
    }
}
