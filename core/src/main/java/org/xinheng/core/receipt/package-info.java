/** Receipts of credit checks that prove themselves: the tree of a batch, the proof of one receipt, and the offline verifier. */
@NullMarked
package org.xinheng.core.receipt;

import org.jspecify.annotations.NullMarked;
