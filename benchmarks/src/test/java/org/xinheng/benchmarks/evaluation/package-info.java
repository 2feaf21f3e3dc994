@NullMarked
package org.xinheng.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
