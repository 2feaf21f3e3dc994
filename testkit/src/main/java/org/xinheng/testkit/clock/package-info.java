/** Clocks that tests set: one that stands, one that goes on. Zone of both: Asia/Shanghai. */
@NullMarked
package org.xinheng.testkit.clock;

import org.jspecify.annotations.NullMarked;
