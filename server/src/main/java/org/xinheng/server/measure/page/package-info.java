/** Credit checks for approving officers: a form, and an answer that can be printed. */
@NullMarked
package org.xinheng.server.measure.page;

import org.jspecify.annotations.NullMarked;
