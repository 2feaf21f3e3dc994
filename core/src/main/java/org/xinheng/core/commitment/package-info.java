/**
 * Credit commitments (信用承诺): who may be offered one, who may take which step, and when a breach may be found. Not the records
 * that other bodies deliver about commitments, and nothing that touches natural persons.
 */
@NullMarked
package org.xinheng.core.commitment;

import org.jspecify.annotations.NullMarked;
