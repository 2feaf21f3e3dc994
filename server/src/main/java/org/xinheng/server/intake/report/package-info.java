/** What a source gets back: receipts, the workbook of rows that were not accepted, templates. Knows no address and no page. */
@NullMarked
package org.xinheng.server.intake.report;

import org.jspecify.annotations.NullMarked;
