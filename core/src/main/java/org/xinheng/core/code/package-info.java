/** Codes of organisations (GB 32100, GB 11714, GS 15-2006): reading and judging them. Not a register. */
@NullMarked
package org.xinheng.core.code;

import org.jspecify.annotations.NullMarked;
