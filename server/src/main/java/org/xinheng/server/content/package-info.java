/**
 * The library of the portal (案例、动态、政策): drafts, publication by a second person, withdrawal, search. It names an organisation only
 * through a record that the public may see, and decides nothing about any.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"archive", "publicity", "organisation", "policy", "access", "database", "web"})
package org.xinheng.server.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
