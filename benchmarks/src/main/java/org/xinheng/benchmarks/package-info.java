/**
 * Measures the product beside its limits and its peers, in one run on one PostgreSQL. Judges nothing but ratios, and is no part of what is installed.
 */
@NullMarked
package org.xinheng.benchmarks;

import org.jspecify.annotations.NullMarked;
