/**
 * Lists with due process (名单认定): proceedings from proposal to removal, red lists as well as severe ones, and the watch tag. Listings
 * that other bodies decide come as records. Attaches no measure itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"archive", "publicity", "service", "organisation", "policy", "access", "database", "web"
        })
package org.xinheng.server.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
