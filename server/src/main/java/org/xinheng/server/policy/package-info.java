/**
 * The policy pack in force. Reads nothing itself (that is the {@code packs} floor) and decides nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database"})
package org.xinheng.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
