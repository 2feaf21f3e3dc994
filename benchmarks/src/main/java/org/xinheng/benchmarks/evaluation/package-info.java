/** Evaluation beside the same model written by hand in Java, in SQL and as rules of Drools. */
@NullMarked
package org.xinheng.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
