/** Tables of the intake. Knows no file and no rule. */
@NullMarked
package org.xinheng.server.intake.store;

import org.jspecify.annotations.NullMarked;
