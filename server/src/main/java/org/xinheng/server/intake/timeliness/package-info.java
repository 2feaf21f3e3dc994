/**
 * Timeliness of sources for programs and on pages, figures opening to their rows. Judges nobody: it counts days.
 */
@NullMarked
package org.xinheng.server.intake.timeliness;

import org.jspecify.annotations.NullMarked;
