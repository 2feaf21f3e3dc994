/**
 * Early warning (信用预警): departments that subscribed are made attentive to an organisation, with reasons and records. Nothing follows
 * from a warning by itself: no other module reads one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "organisation", "policy", "service", "access", "web"})
package org.xinheng.server.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
