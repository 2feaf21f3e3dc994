/**
 * The queue of waiting rows: what humans decide about them, for programs and on pages. Attaches nothing by itself.
 */
@NullMarked
package org.xinheng.server.intake.waiting;

import org.jspecify.annotations.NullMarked;
