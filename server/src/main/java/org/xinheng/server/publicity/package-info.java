/**
 * What the public may see now: portal pages, search, lists, 410 for what has ended. Decides nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "organisation", "policy", "access", "web", "intake", "database"})
package org.xinheng.server.publicity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
