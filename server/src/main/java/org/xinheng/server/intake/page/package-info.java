/** Deliveries for clerks: upload, zero report, what became of every row, templates. */
@NullMarked
package org.xinheng.server.intake.page;

import org.jspecify.annotations.NullMarked;
