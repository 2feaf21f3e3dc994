/** The register in PostgreSQL: look-ups, stubs, search, import, queue, redirects. Not an API: other modules use the parent package. */
@NullMarked
package org.xinheng.server.organisation.store;

import org.jspecify.annotations.NullMarked;
