/** The working calendar: deadlines counted on official days. Not a scheduler. */
@NullMarked
package org.xinheng.core.calendar;

import org.jspecify.annotations.NullMarked;
