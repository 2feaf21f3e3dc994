/** What was done after checks, what was not, and what follows from it: reminders, joint-measure cases and the two rates. Applies nothing itself. */
@NullMarked
package org.xinheng.server.measure.feedback;

import org.jspecify.annotations.NullMarked;
