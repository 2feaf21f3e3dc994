/**
 * Rows of deliveries under way, on disk and sealed, so that a crash loses none and a thief reads none. Not an archive: everything
 * here is deleted when its delivery is closed.
 */
@NullMarked
package org.xinheng.server.intake.spool;

import org.jspecify.annotations.NullMarked;
