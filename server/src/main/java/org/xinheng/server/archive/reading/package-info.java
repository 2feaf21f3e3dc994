/** Records as staff of public bodies read them: what, about whom, shown or not and why. Knows no page. */
@NullMarked
@NamedInterface("reading")
package org.xinheng.server.archive.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
