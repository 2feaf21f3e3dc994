/** Plans from the first line to the last result, and their tables. */
@NullMarked
package org.xinheng.server.inspection.plan;

import org.jspecify.annotations.NullMarked;
