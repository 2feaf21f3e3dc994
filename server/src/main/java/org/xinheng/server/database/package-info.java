/**
 * The foundation of the memory: a real PostgreSQL, embedded or given by URL, with two roles and the migrations applied.
 *
 * <p>It is not a store: it knows no table of any module, and no module needs its types to use {@code JdbcClient}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.xinheng.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
