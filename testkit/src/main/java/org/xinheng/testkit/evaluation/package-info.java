/** Facts for evaluation: random ones near every boundary of a model, and those of the made-up city. */
@NullMarked
package org.xinheng.testkit.evaluation;

import org.jspecify.annotations.NullMarked;
