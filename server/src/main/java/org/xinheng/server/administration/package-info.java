/**
 * The administrator's room (系统管理): accounts and API clients; and who read what: for auditor and credit office over the whole place,
 * for a department its own posts. Knows no business and decides nothing about records.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "organisation", "policy", "web"})
package org.xinheng.server.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
