/**
 * The register of organisations: codes, names over time, kind, state, jurisdiction, search by name, and the queue of wrong and duplicate codes. Holds no record about what an organisation did.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"policy", "access", "database", "web"})
package org.xinheng.server.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
