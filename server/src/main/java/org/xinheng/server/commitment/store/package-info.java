/** Commitments in PostgreSQL: appended to, never changed. */
@NullMarked
package org.xinheng.server.commitment.store;

import org.jspecify.annotations.NullMarked;
