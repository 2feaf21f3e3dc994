/** Second factor of clerks: one-time codes by time (RFC 6238) and codes for a lost telephone. Knows no page. */
@NullMarked
package org.xinheng.server.access.second;

import org.jspecify.annotations.NullMarked;
