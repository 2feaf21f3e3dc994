/**
 * The rules of a place as plain data: what a policy pack says after it was read and checked.
 *
 * <p>Not a reader (that is the {@code packs} floor) and not a judge (that is {@code core.record}, {@code core.calendar} and
 * their neighbours): nothing here decides, it only says which rule holds from which day on and where it comes from.
 */
@NullMarked
package org.xinheng.core.policy;

import org.jspecify.annotations.NullMarked;
