/**
 * Evaluation of organisations (公共信用综合评价): facts, model and day in; grade, points that add up, reasons and what would change
 * them out. Pure functions. A grade informs; nothing here lists, restricts or publishes, and no natural person is a subject.
 */
@NullMarked
package org.xinheng.core.evaluation;

import org.jspecify.annotations.NullMarked;
