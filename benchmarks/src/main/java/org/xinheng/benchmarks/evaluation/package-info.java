/** Evaluation beside the same model written by hand in Java. */
@NullMarked
package org.xinheng.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
