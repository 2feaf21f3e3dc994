/** How fast the rules are: reading every pack, and finding the edition of a rule that holds on a day. */
@NullMarked
package org.xinheng.benchmarks.packs;

import org.jspecify.annotations.NullMarked;
