/** Receipts of checks: many requests, one commit, and none that was not true when it was made. Judges nothing. */
@NullMarked
package org.xinheng.server.measure.receipt;

import org.jspecify.annotations.NullMarked;
