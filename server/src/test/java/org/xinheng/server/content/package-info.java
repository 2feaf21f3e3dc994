/** The library on a real database. */
@NullMarked
package org.xinheng.server.content;

import org.jspecify.annotations.NullMarked;
