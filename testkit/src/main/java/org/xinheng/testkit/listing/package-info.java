/** Lists in memory, the contract that every store of them holds, and sequences of acts in which nobody keeps to the rules. */
@NullMarked
package org.xinheng.testkit.listing;

import org.jspecify.annotations.NullMarked;
