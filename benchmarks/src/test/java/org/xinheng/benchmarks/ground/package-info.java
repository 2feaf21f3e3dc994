@NullMarked
package org.xinheng.benchmarks.ground;

import org.jspecify.annotations.NullMarked;
