/**
 * What a poor grade brings: advice, the offer of an advisory talk and of free training. Whoever ignores or declines it is treated as before;
 * nothing outside this package reads what was answered.
 */
@NullMarked
package org.xinheng.server.evaluation.advice;

import org.jspecify.annotations.NullMarked;
