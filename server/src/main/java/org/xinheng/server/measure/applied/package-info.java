/** Measures that bodies say they apply, what became of them when their grounds fell away, and who is told. Judges nothing: core.measure.use does. */
@NullMarked
package org.xinheng.server.measure.applied;

import org.jspecify.annotations.NullMarked;
