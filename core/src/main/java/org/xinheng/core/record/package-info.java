/**
 * The judgement on one row and one record: form and meaning of a row, its natural key, its canonical bytes, what of it is
 * masked, and the publish gate.
 *
 * <p>Not a reader of files, not a store: everything here is a pure function of the row, the rules and the day.
 */
@NullMarked
package org.xinheng.core.record;

import org.jspecify.annotations.NullMarked;
