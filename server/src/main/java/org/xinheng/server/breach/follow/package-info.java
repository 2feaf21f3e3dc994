/** Follows the archive for breaches of public bodies, and keeps the notices. */
@NullMarked
package org.xinheng.server.breach.follow;

import org.jspecify.annotations.NullMarked;
