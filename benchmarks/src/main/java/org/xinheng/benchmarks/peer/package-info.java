/** The usual stack for the same work, in processes of its own. Written as such programs commonly are, tuned where it says so. */
@NullMarked
package org.xinheng.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
