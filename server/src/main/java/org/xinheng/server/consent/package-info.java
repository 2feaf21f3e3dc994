/**
 * Consent (信用信息授权查询): what organisations grant to banks and other readers, every read under it, and the scenes of incentives. Decides nothing about an organisation and gives no grade.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "organisation", "policy", "access", "database", "web"})
package org.xinheng.server.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
