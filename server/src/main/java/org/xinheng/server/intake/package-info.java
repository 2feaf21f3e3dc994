/**
 * Deliveries: staged, read, checked row by row, matched, loaded and activated; every row gets an answer. Keeps no record of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "organisation", "policy", "access", "database", "web"})
package org.xinheng.server.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
