/** Feedback after checks for bodies and for who oversees them: forms, queue, cases, rates, and their API. Keeps nothing. */
@NullMarked
package org.xinheng.server.measure.followup;

import org.jspecify.annotations.NullMarked;
