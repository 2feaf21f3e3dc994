/** The product in a process of its own with a bounded heap, and the client that talks to it. */
@NullMarked
package org.xinheng.benchmarks.product;

import org.jspecify.annotations.NullMarked;
