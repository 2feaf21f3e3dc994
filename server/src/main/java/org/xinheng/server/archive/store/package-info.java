/**
 * The archive on PostgreSQL: tables, positions, addresses, loading by COPY. Decides nothing about a record; nobody outside the module
 * sees these classes.
 */
@NullMarked
package org.xinheng.server.archive.store;

import org.jspecify.annotations.NullMarked;
