/** Proceedings and entries in PostgreSQL: appended to, never changed. */
@NullMarked
package org.xinheng.server.listing.store;

import org.jspecify.annotations.NullMarked;
