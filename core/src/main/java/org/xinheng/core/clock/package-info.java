/**
 * Runs the clocks of a pack (时限): on which day a period ends, given the day that starts it, the days on which it stood still
 * and whether it was extended. It knows no period by itself.
 */
@NullMarked
package org.xinheng.core.clock;

import org.jspecify.annotations.NullMarked;
