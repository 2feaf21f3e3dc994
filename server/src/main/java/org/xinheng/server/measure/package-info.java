/**
 * Credit checks: what the catalogue attaches to an organisation in one matter, with a durable receipt; and what bodies say they apply
 * of it (奖惩措施), which goes with its ground. Decides nothing itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"archive", "intake", "organisation", "policy", "access", "seal", "database", "web"})
package org.xinheng.server.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
