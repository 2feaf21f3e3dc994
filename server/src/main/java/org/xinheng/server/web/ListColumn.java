package org.xinheng.server.web;

import java.util.function.BiFunction;

/**
 * One column of a list, as it is taken home in a file: days as 2026-02-28, times in Beijing time, codes whole.
 *
 * @param id in addresses
 * @param cell what a row says in it; empty for nothing
 */
public record ListColumn<R>(String id, Text title, BiFunction<R, Words, String> cell) {}
