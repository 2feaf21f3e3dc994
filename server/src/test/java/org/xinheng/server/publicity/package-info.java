/** The portal with in-memory stores behind it. */
@NullMarked
package org.xinheng.server.publicity;

import org.jspecify.annotations.NullMarked;
