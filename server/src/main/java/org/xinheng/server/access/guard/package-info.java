/** The doors: security chains, the guard before every endpoint, who stands behind a request. Knows no password and no token's content. */
@NullMarked
package org.xinheng.server.access.guard;

import org.jspecify.annotations.NullMarked;
