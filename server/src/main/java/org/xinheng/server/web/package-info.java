/**
 * The shell of all pages: layout, navigation, error pages, language, assets. Knows no business; modules bring their own page
 * records, templates and words, and answer a request with a {@link org.xinheng.server.web.PageView}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package org.xinheng.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
