/** Risk classes from the records of the archive, and the supervising room in which they are seen with their reasons. Nothing here is public. */
@NullMarked
package org.xinheng.server.inspection.risk;

import org.jspecify.annotations.NullMarked;
