/**
 * Figures of what is shown (数据概览), by kind and place: totals for everybody, and for the credit office with the rows behind each.
 */
@NullMarked
package org.xinheng.server.publicity.figures;

import org.jspecify.annotations.NullMarked;
