package org.xinheng.server.casework;

import org.xinheng.server.casework.store.CaseStore;

class InMemoryCasesTest extends CaseStoreContract {

    private final InMemoryCases store = new InMemoryCases();

    @Override
    CaseStore store() {
        return store;
    }
}
