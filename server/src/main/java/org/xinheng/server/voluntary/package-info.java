/**
 * Facts that an organisation files about itself (自主申报): its own words until a body verifies them. Nothing follows from one: no
 * check, listing or evaluation reads them, and no other module knows this one.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"archive", "publicity", "organisation", "policy", "service", "access", "web", "database"
        })
package org.xinheng.server.voluntary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
