/**
 * Random choice of inspectees and inspectors (双随机抽查). Commitment first, public entropy afterwards: a draw is a pure function of a
 * frozen, hashed pool and a value that nobody could know when it was frozen, so that anybody can compute it again. A risk class
 * is never in anything that is published.
 */
@NullMarked
package org.xinheng.core.draw;

import org.jspecify.annotations.NullMarked;
