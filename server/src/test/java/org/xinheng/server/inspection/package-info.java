/** Inspections on the whole server: from a plan to a bundle that everybody computes again. */
@NullMarked
package org.xinheng.server.inspection;

import org.jspecify.annotations.NullMarked;
