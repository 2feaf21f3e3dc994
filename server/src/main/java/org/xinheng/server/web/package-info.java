/**
 * The shell of all pages: layout, navigation, error pages, language, security headers. No business.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package org.xinheng.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
