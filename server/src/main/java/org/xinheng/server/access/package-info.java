/**
 * Who may do what: accounts, roles, API clients, department scope, and the log of every read of non-public data. Knows no business.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.xinheng.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
