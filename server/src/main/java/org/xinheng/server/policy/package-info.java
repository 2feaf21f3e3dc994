/**
 * The policy pack in force, the editions of packs, and how another one comes into force. Reads no pack itself (that is the
 * {@code packs} floor) and judges nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "web"})
package org.xinheng.server.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
