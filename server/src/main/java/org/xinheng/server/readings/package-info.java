/**
 * Who looked and why (查询情况): what an organisation sees of the readings of its file, and the sealing of those that a law keeps from it for a
 * time. Reads no file itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation", "policy", "access", "web"})
package org.xinheng.server.readings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
