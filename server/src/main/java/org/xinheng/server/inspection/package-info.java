/**
 * Random inspection (双随机、一公开): plans, pools that are frozen before their seed exists, draws that anybody computes again, visits and
 * their results. Restricts nobody; a risk class and a watch tag change how likely somebody is visited and nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "listing", "organisation", "policy", "access", "web"})
package org.xinheng.server.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
