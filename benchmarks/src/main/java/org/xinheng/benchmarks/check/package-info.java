/** Credit checks under load: the product with its durable receipt, an endpoint that does nothing, and the usual service. */
@NullMarked
package org.xinheng.benchmarks.check;

import org.jspecify.annotations.NullMarked;
