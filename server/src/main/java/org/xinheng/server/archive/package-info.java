/**
 * Record versions with two times, endings, positions. The only writer and the only reader of what public bodies decided. Shows the public nothing itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation", "policy", "access", "database", "service", "web"})
package org.xinheng.server.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
