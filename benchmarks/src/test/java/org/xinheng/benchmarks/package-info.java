@NullMarked
package org.xinheng.benchmarks;

import org.jspecify.annotations.NullMarked;
