package org.xinheng.core.calendar;

/** Working days (工作日) of the official arrangement; years without a notice are provisional. */
public final class WorkingCalendar {}
