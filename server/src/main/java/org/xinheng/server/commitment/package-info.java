/**
 * Credit commitments (信用承诺): the published matters, signing, performance, breaches. Decides nothing about the matter itself, and
 * restricts nobody but by not offering the next commitment.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "publicity", "service", "organisation", "policy", "access", "web"})
package org.xinheng.server.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
