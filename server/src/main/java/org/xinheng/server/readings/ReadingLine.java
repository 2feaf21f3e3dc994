package org.xinheng.server.readings;

import java.time.LocalDate;

/**
 * One reading in words.
 *
 * @param purpose as it was stated, or in words where it follows from the post
 * @param stated whether it is as it was stated, in whatever language
 */
public record ReadingLine(LocalDate day, String body, String post, String what, String purpose, boolean stated) {}
