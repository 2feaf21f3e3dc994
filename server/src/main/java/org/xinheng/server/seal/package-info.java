/** Keys with which the platform signs: files of the data folder, in no table. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.xinheng.server.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
