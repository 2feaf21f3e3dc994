/**
 * Whether a measure may be applied (措施实施), and whether one that was applied may stay on: pure answers from the catalogue, the body,
 * the subject and the ground. Applies nothing and keeps nothing.
 */
@NullMarked
package org.xinheng.core.measure.use;

import org.jspecify.annotations.NullMarked;
