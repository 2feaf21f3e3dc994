/** The administrator's room, and who read what. */
@NullMarked
package org.xinheng.server.administration;

import org.jspecify.annotations.NullMarked;
