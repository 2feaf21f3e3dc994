package org.xinheng.server.commitment;

import org.xinheng.server.commitment.store.PromiseStore;

class InMemoryPromisesTest extends PromiseStoreContract {

    private final InMemoryPromises store = new InMemoryPromises();

    @Override
    PromiseStore store() {
        return store;
    }
}
