/**
 * The commands that need neither server nor database: they read packs and files, print machine-readable output on
 * standard output and words for people on standard error, and end with 0, 1 (found something wrong in the data) or 2
 * (wrong use).
 */
@NullMarked
package org.xinheng.packs.cli;

import org.jspecify.annotations.NullMarked;
