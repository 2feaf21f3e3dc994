/** Search among a million names, in the process and over HTTP. */
@NullMarked
package org.xinheng.benchmarks.search;

import org.jspecify.annotations.NullMarked;
