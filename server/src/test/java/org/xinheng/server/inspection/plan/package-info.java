/** Who is in a pool, and why somebody is not. */
@NullMarked
package org.xinheng.server.inspection.plan;

import org.jspecify.annotations.NullMarked;
