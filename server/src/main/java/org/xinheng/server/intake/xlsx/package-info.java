/**
 * Reads XLSX workbooks row by row within a fixed heap and trusts nothing in them. Computes no formula, draws no picture, and keeps
 * nothing. See docs/decisions/0008-xlsx.md.
 */
@NullMarked
package org.xinheng.server.intake.xlsx;

import org.jspecify.annotations.NullMarked;
