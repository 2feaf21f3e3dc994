/** What officers, organisations and everybody see of inspections. */
@NullMarked
package org.xinheng.server.inspection.page;

import org.jspecify.annotations.NullMarked;
