/**
 * Evaluation of organisations (公共信用综合评价): runs over the whole place, results with their explanations, for the office only. No page of
 * the public shows a grade, and nothing is restricted by one.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "archive",
            "organisation",
            "policy",
            "publicity",
            "consent",
            "service",
            "access",
            "database",
            "web"
        })
package org.xinheng.server.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
