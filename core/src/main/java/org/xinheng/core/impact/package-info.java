/**
 * What a change of rules would do to records and deadlines before it is switched on (规则变更影响). Computes without effect.
 */
@NullMarked
package org.xinheng.core.impact;

import org.jspecify.annotations.NullMarked;
