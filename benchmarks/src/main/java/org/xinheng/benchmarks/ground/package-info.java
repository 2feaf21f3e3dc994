/** The ground a run stands on: folder, disk, PostgreSQL, child processes, and the table that is printed at the end. */
@NullMarked
package org.xinheng.benchmarks.ground;

import org.jspecify.annotations.NullMarked;
