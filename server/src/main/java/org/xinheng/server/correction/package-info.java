/**
 * Corrections (更正通知): whatever ends or corrects a record becomes a numbered notice to everybody who had been told of it, who owes an acknowledgement. The archive's own acts are the outbox: notices are written from a cursor over their positions. Decides nothing about a record.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "consent",
            "archive",
            "casework",
            "organisation",
            "policy",
            "access",
            "seal",
            "database",
            "web"
        })
package org.xinheng.server.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
