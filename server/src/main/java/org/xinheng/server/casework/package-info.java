/**
 * Cases (案件): objection, repair, rectification, interview, complaint, campaign items, on one machine of states and periods. Knows no period and no way by itself: both come from the pack.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "archive",
            "archive :: reading",
            "organisation",
            "policy",
            "publicity",
            "service",
            "access",
            "web",
            "database"
        })
package org.xinheng.server.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
