/**
 * Monthly reports (双公示质量通报) on how bodies deliver: drawn up from the platform's own figures by a rule of the pack, signed by the
 * office, and handed in as a delivery like any other. Keeps nothing of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"intake", "organisation", "policy", "access", "web"})
package org.xinheng.server.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
