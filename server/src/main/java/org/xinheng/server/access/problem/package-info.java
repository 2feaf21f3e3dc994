/** Problem details (RFC 9457) for everything under {@code /api/}: one place that says what went wrong and never how. */
@NullMarked
package org.xinheng.server.access.problem;

import org.jspecify.annotations.NullMarked;
