/** The model room (模型实验室) for the office: trials of changed models by page, API and workbook. Switches nothing on. */
@NullMarked
package org.xinheng.server.evaluation.room;

import org.jspecify.annotations.NullMarked;
