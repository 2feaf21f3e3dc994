/**
 * Reads delivered files: encodings, rows, headers. Knows no rule about the content of a row, and keeps nothing.
 */
@NullMarked
package org.xinheng.server.intake.read;

import org.jspecify.annotations.NullMarked;
