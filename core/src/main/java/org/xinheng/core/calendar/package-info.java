/**
 * Counts working days (工作日) by the official arrangement of holidays and make-up working days. It knows no holiday by
 * itself: every day comes from data, and a year whose notice is missing is said to be provisional.
 */
@NullMarked
package org.xinheng.core.calendar;

import org.jspecify.annotations.NullMarked;
