/** Looks for causes of warnings behind the archive and the days, and keeps them. */
@NullMarked
package org.xinheng.server.warning.follow;

import org.jspecify.annotations.NullMarked;
