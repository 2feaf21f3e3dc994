/** The made-up city and the seeded generators for demo, tests and benchmarks. Nothing here is about a real organisation. */
@NullMarked
package org.xinheng.testkit;

import org.jspecify.annotations.NullMarked;
