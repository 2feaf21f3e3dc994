package org.xinheng.server.organisation.store;

import org.xinheng.core.record.OrganisationName;

/** A name that was found, and whose it was before redirects are followed. */
record Found(long id, String name) {

    String key() {
        return OrganisationName.key(name);
    }
}
